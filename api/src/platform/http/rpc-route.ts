import { type Context, type Middleware } from "koa";
import { AppError, notFound, requestFailure } from "../errors.ts";
import { answerFailure, type FailureAnswer, trpcCodeOf } from "../rpc/answer.ts";
import { type CallAnswer, type Dispatcher } from "../rpc/dispatcher.ts";
import { type ProcedureEntry } from "../rpc/table.ts";
import { writeCallHeaders, writeFailure, writeJson } from "./answer.ts";
import { parseJson, readJson } from "./body.ts";
import { credentialsOf, factsOf, sentHeader } from "./request.ts";
import { statusOf } from "../errors.ts";

const prefix = "/api/v1/rpc";
const maxBatch = 20;

/** One call as the RPC transport read it; its path may still be unknown. */
interface RpcCall {
  readonly path: string;
  readonly input: unknown;
}

/**
 * RPC in tRPC's wire format (https://trpc.io/docs/rpc). Besides tRPC's own addresses, `POST /api/v1/rpc` takes
 * `{ path, input }`, or a list of them for a batch of queries: one address, so a browser asks leave once.
 */
export const rpcRoute =
  (dispatcher: Dispatcher): Middleware =>
  async (ctx, next) => {
    if (!isRpc(ctx)) return next();
    const { calls, isBatch } = await readCalls(ctx);
    const entries = calls.map(({ path }) => dispatcher.table.get(path));
    refuseWrongMethod(ctx, entries);
    if (isBatch && entries.some((entry) => entry?.kind === "mutation")) {
      throw invalidBatch("A batch holds queries only. Send each mutation by itself.");
    }
    const answers = await Promise.all(
      calls.map((call, index) => dispatchOne(ctx, dispatcher, call, entries[index])),
    );
    const [first] = answers;
    if (first && "now" in first) writeCallHeaders(ctx, first);
    const envelopes = answers.map(envelopeOf);
    const statuses = new Set(answers.map(statusOfAnswer));
    writeJson(ctx, statuses.size === 1 ? [...statuses][0]! : 207, isBatch ? envelopes : envelopes[0]);
  };

const isRpc = ({ path }: Context): boolean => path === prefix || path.startsWith(`${prefix}/`);

type RpcAnswer = CallAnswer | { readonly result: { readonly failure: FailureAnswer }; readonly path: string };

async function dispatchOne(
  ctx: Context,
  dispatcher: Dispatcher,
  { path, input }: RpcCall,
  entry: ProcedureEntry | undefined,
): Promise<RpcAnswer> {
  if (!entry) return { result: { failure: answerFailure(notFound(), factsOf(ctx)) }, path };
  return dispatcher.dispatch({
    entry,
    input,
    credentials: credentialsOf(ctx, null),
    facts: factsOf(ctx),
    idempotencyKey: sentHeader(ctx, "idempotency-key"),
    proof: sentHeader(ctx, "tessera-proof"),
  });
}

const statusOfAnswer = ({ result }: RpcAnswer): number => ("failure" in result ? result.failure.status : 200);

function envelopeOf({ result }: RpcAnswer): object {
  return "data" in result ? { result: { data: result.data } } : failureEnvelope(result.failure);
}

function failureEnvelope({ status, body: { message, ...rest } }: FailureAnswer): object {
  return {
    error: { message, code: trpcCodeOf[kindOfStatus(status)], data: { ...rest, httpStatus: status } },
  };
}

const kindOfStatus = (status: number) =>
  (Object.keys(statusOf) as (keyof typeof statusOf)[]).find((kind) => statusOf[kind] === status) ??
  "INTERNAL";

async function readCalls(ctx: Context): Promise<{ calls: RpcCall[]; isBatch: boolean }> {
  if (ctx.path === prefix) return readPlainCalls(ctx);
  const paths = decodePaths(ctx.path.slice(prefix.length + 1));
  // Not from `ctx.URL`, which is empty when the Host header is broken.
  const query = new URLSearchParams(ctx.search);
  const isBatch = query.get("batch") === "1";
  if (!isBatch && paths.length > 1) throw invalidBatch("Several paths need the parameter batch=1.");
  if (paths.length > maxBatch) throw invalidBatch(`A batch holds at most ${maxBatch} calls.`);
  const sent = ctx.method === "POST" ? await readJson(ctx.req) : parseInputParameter(query.get("input"));
  const inputs = (isBatch ? sent : { 0: sent }) as Record<string, unknown> | null | undefined;
  return { calls: paths.map((path, index) => ({ path, input: inputs?.[index] })), isBatch };
}

function decodePaths(encoded: string): string[] {
  try {
    return decodeURIComponent(encoded).split(",");
  } catch {
    throw requestFailure("request.malformed");
  }
}

async function readPlainCalls(ctx: Context): Promise<{ calls: RpcCall[]; isBatch: boolean }> {
  if (ctx.method !== "POST") throw requestFailure("request.method_not_allowed", { allowed: "POST" });
  const sent = await readJson(ctx.req);
  const isBatch = Array.isArray(sent);
  const calls = (isBatch ? sent : [sent]) as unknown[];
  if (calls.length === 0 || calls.length > maxBatch)
    throw invalidBatch(`A batch holds 1 to ${maxBatch} calls.`);
  if (!calls.every(isCall)) throw invalidBatch("Each call has a path (text) and an input (object).");
  return { calls, isBatch };
}

const isCall = (value: unknown): value is RpcCall =>
  typeof value === "object" && value !== null && "path" in value && typeof value.path === "string";

function parseInputParameter(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return parseJson(text);
  } catch {
    throw requestFailure("request.invalid_json");
  }
}

function refuseWrongMethod(ctx: Context, entries: readonly (ProcedureEntry | undefined)[]): void {
  const isRead = ctx.method === "GET";
  if (!isRead && ctx.method !== "POST")
    throw requestFailure("request.method_not_allowed", { allowed: "GET or POST" });
  if (isRead && entries.some((entry) => entry?.kind === "mutation")) {
    throw requestFailure("request.method_not_allowed", { allowed: "POST" });
  }
}

const invalidBatch = (message: string): AppError =>
  new AppError("request.invalid_input", { kind: "BAD_REQUEST", message }, {}, [{ path: [], message }]);

/** Turns whatever the routes below throw into the one answer, in the form of the transport that asked, and hands bugs to the log. */
export const failureBoundary =
  (report: (bug: unknown, ctx: Context) => void): Middleware =>
  async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) writeFailure(ctx, notFound());
    } catch (thrown) {
      const bug = writeFailure(ctx, thrown, isRpc(ctx) ? failureEnvelope : undefined);
      if (bug !== null) report(bug, ctx);
    }
  };
