import { createHash } from "node:crypto";
import { type Context, type Middleware } from "koa";
import { invalidFields, notFound, requestFailure } from "../errors.ts";
import { type Dispatcher } from "../rpc/dispatcher.ts";
import { queryReader, type QueryReader } from "../rpc/query-values.ts";
import { type ProcedureEntry } from "../rpc/table.ts";
import { writeCallHeaders, writeJson } from "./answer.ts";
import { readJson } from "./body.ts";
import { credentialsOf, factsOf, sentHeader } from "./request.ts";

const prefix = "/api/v1";

interface RestEntry {
  readonly entry: ProcedureEntry;
  readonly pattern: RegExp;
  readonly readQuery: QueryReader;
}

/** REST: the same calls, each at the one address its name gives it. */
export function restRoute(dispatcher: Dispatcher): Middleware {
  const bySegments = new Map<number, RestEntry[]>();
  for (const entry of dispatcher.table.values()) {
    const { template } = entry.rest;
    const count = template.split("/").length;
    const rest: RestEntry = {
      entry,
      pattern: new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
      readQuery: queryReader(entry.meta.input),
    };
    bySegments.set(count, [...(bySegments.get(count) ?? []), rest].toSorted(literalsFirst));
  }

  return async (ctx, next) => {
    if (!ctx.path.startsWith(`${prefix}/`)) return next();
    const path = ctx.path.slice(prefix.length);
    const atAddress = (bySegments.get(path.split("/").length) ?? []).filter(({ pattern }) =>
      pattern.test(path),
    );
    const found = atAddress.find(({ entry }) => entry.rest.method === ctx.method);
    if (!found) {
      if (atAddress.length === 0) throw notFound();
      const allowed = [...new Set(atAddress.map(({ entry }) => entry.rest.method))].join(" or ");
      throw requestFailure("request.method_not_allowed", { allowed });
    }
    await answer(ctx, dispatcher, found, path);
  };
}

async function answer(
  ctx: Context,
  dispatcher: Dispatcher,
  { entry, pattern, readQuery }: RestEntry,
  path: string,
) {
  const query = new URLSearchParams(ctx.search);
  const urlKey = entry.meta.publicSeconds === undefined ? null : query.get("key");
  query.delete("key");
  const sent = ctx.method === "GET" ? readQuery(query) : await readBody(ctx);
  const fields = decodeFields(pattern.exec(path)?.groups ?? {});
  for (const name of Object.keys(fields)) {
    if (Object.hasOwn(sent, name)) {
      throw invalidFields({
        path: [name],
        message: "This field is part of the address. Leave it out of the body.",
      });
    }
  }
  const answered = await dispatcher.dispatch({
    entry,
    input: { ...sent, ...fields },
    credentials: credentialsOf(ctx, urlKey),
    facts: factsOf(ctx),
    idempotencyKey: sentHeader(ctx, "idempotency-key"),
    proof: sentHeader(ctx, "tessera-proof"),
  });
  writeCallHeaders(ctx, answered);
  if ("failure" in answered.result)
    return writeJson(ctx, answered.result.failure.status, answered.result.failure.body);
  // A cache knows the answer by its URL: one that a header named the site for must not be kept under it.
  const isNamedByUrl =
    urlKey !== null && sentHeader(ctx, "tessera-key") === null && sentHeader(ctx, "authorization") === null;
  const seconds = isNamedByUrl ? entry.meta.publicSeconds : undefined;
  if (seconds === undefined) return writeJson(ctx, 200, answered.result.data);
  ctx.set("Cache-Control", `public, max-age=${seconds}, stale-while-revalidate=${seconds * 10}`);
  writeJson(ctx, 200, answered.result.data);
  sendOnlyIfNew(ctx);
}

/** Answers 304 to a cache that has this very body already. */
function sendOnlyIfNew(ctx: Context): void {
  // Weak: the same body travels compressed and plain (RFC 9110, section 8.8.1).
  ctx.etag = `W/"${createHash("sha256")
    .update(ctx.body as string)
    .digest("base64url")
    .slice(0, 16)}"`;
  if (ctx.fresh) ctx.status = 304;
}

async function readBody(ctx: Context): Promise<Record<string, unknown>> {
  // A body is announced by one of these two; `ctx.length` would be that of the answer.
  const { "content-length": length, "transfer-encoding": encoding } = ctx.req.headers;
  const isEmpty = encoding === undefined && (length === undefined || length === "0");
  const sent = isEmpty ? {} : await readJson(ctx.req);
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    throw requestFailure("request.invalid_json");
  return sent as Record<string, unknown>;
}

function decodeFields(groups: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    throw requestFailure("request.malformed");
  }
}

const literalsFirst = (a: RestEntry, b: RestEntry): number =>
  a.entry.rest.pathFields.length - b.entry.rest.pathFields.length;
