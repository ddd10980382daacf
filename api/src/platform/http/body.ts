import { type IncomingMessage } from "node:http";
import rawBody from "raw-body";
import { requestFailure } from "../errors.ts";

/** The largest JSON body read, in bytes. Files travel by their own routes. */
const jsonLimit = 1024 * 1024;

/** Reads a whole body as bytes before anything else happens, so that a slow sender never holds a transaction. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  try {
    return await rawBody(request, { limit, length: request.headers["content-length"] ?? null });
  } catch (failure) {
    const isTooLarge = failure instanceof Error && "type" in failure && failure.type === "entity.too.large";
    throw isTooLarge
      ? requestFailure("request.too_large", { limitKb: Math.floor(limit / 1024) })
      : requestFailure("request.malformed");
  }
}

/** Reads a JSON body. Only `application/json`, which no plain HTML form can send, and no content encoding. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (type.trim().toLowerCase() !== "application/json" || encoding !== "identity") {
    throw requestFailure("request.unsupported_media_type");
  }
  const bytes = await readBytes(request, jsonLimit);
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw requestFailure("request.invalid_json");
  }
}

/**
 * Parses JSON that can be worked with: nested at most 100 deep, because everything after walks it by recursion, and without half
 * of a surrogate pair, which stands for no character. Throws on anything else.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError("Nested too deep.");
  // Only an escape can write half a pair; looking for it costs far less than looking at every text.
  if (!/\\u[dD][89a-fA-F]/.test(text)) return JSON.parse(text) as unknown;
  return JSON.parse(text, (key, value: unknown) => {
    if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed()))
      throw new SyntaxError("Half a surrogate pair.");
    return value;
  }) as unknown;
}

const deepest = 100;

/** Looks at each character once, whatever the text: about 10 ms for the largest body. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (isInText) {
      if (mark === "\\") at += 1;
      else if (mark === '"') isInText = false;
    } else if (mark === '"') isInText = true;
    else if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
