import { type ProcedureEntry } from "../../src/platform/rpc/table.ts";
import { newId } from "../../src/platform/ids.ts";
import { wallClock } from "../../src/platform/clock.ts";
import { type Schema, schemaOf } from "./samples.ts";

type Fields = Record<string, unknown>;

/** An answer without what differs by transport or by call: the envelope and the request id. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

const headersFor = (headers: Readonly<Record<string, string>>) => ({
  "Content-Type": "application/json",
  "Idempotency-Key": newId(wallClock()),
  ...headers,
});

/** Calls a procedure over RPC. */
export async function overRpc(
  url: string,
  { path }: ProcedureEntry,
  input: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Said> {
  const body = JSON.stringify({ path, input });
  const response = await fetch(`${url}/api/v1/rpc`, { method: "POST", headers: headersFor(headers), body });
  const text = await response.text();
  const { result, error } = JSON.parse(text) as { result?: { data: unknown }; error?: Fields };
  if (!error) return { status: response.status, body: result?.data, text };
  const { httpStatus: _, ...data } = error["data"] as Fields;
  return { status: response.status, body: withoutRequestId({ message: error["message"], ...data }), text };
}

/** Calls a procedure at its REST address; null when that cannot say this input. */
export async function overRest(
  url: string,
  { meta, rest: { method, template, pathFields } }: ProcedureEntry,
  input: Fields,
  headers: Readonly<Record<string, string>>,
): Promise<Said | null> {
  const { ...left } = input;
  let address = template;
  for (const field of pathFields) {
    const value = left[field];
    // A path has no way to leave a field out or to hold anything but whole text.
    if (typeof value !== "string" || value === "" || !value.isWellFormed()) return null;
    address = address.replace(`{${field}}`, encodeURIComponent(value));
    delete left[field];
  }
  const isRead = method === "GET";
  const query = isRead ? queryOf(left, schemaOf(meta.input)) : "";
  if (query === null) return null;
  const response = await fetch(`${url}/api/v1${address}${query}`, {
    method,
    headers: headersFor(headers),
    ...(!isRead && { body: JSON.stringify(left) }),
  });
  const text = await response.text();
  return { status: response.status, body: withoutRequestId(JSON.parse(text)), text };
}

/** A query string says text where text is asked, numbers where numbers are, and lists of them; null for what it cannot say. */
function queryOf(input: Fields, { properties = {} }: Schema): string | null {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    const schema = properties[name] ?? {};
    const isList = schema.type === "array";
    if (isList !== Array.isArray(value) || (Array.isArray(value) && value.length === 0)) return null;
    for (const each of isList ? (value as unknown[]) : [value]) {
      if (!canSay(each, isList ? (schema.items ?? {}) : schema)) return null;
      query.append(name, String(each));
    }
  }
  return `?${query.toString()}`;
}

function canSay(value: unknown, { type = "string" }: Schema): boolean {
  switch (typeof value) {
    case "string":
      return value.isWellFormed() && (type !== "boolean" || !["true", "false"].includes(value));
    case "number":
      return type === "integer" || type === "number";
    case "boolean":
      return type === "boolean";
    default:
      return false;
  }
}

function withoutRequestId(body: unknown): unknown {
  if (typeof body !== "object" || body === null || !("requestId" in body)) return body;
  const { requestId: _, ...rest } = body;
  return rest;
}
