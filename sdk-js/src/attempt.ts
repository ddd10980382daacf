import { ApiError, type ErrorAnswer } from "./api-error.ts";
import { type CallOptions, type Wire } from "./wire.ts";

/** A refusal on either transport: an RPC envelope, or a plain body. */
interface Refusal extends ErrorAnswer {
  readonly error?: { readonly message: string; readonly data: ErrorAnswer };
}

/** An answer on either transport: an RPC envelope, or the body of a public read. */
type Body<Output> = Output & Refusal & { readonly result: { readonly data: Output } };

/** Sends a call once, and adds to its headers who calls. Rejects with `ApiError`, or with the signal's reason. */
export async function attempt<Output>(
  wire: Wire,
  path: string,
  input: object,
  headers: Record<string, string>,
  { signal, fresh }: CallOptions,
): Promise<Output> {
  const address = wire.key === undefined || wire.isOwn?.(path) ? undefined : wire.reads?.[path];
  const request: RequestInit = address
    ? { cache: fresh ? "reload" : "default" }
    : {
        method: "POST",
        headers: Object.assign(headers, { "Content-Type": "application/json" }, await wire.headers()),
        body: JSON.stringify({ path, input }),
      };
  const deadline = AbortSignal.timeout(wire.timeoutMs ?? 20_000);
  let answer: Response;
  let body: Body<Output> | null;
  try {
    answer = await (wire.fetch ?? fetch)(
      `${wire.url}/api/v1${address ? readPath(address, wire, input) : "/rpc"}`,
      {
        ...request,
        credentials: "omit",
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      },
    );
    wire.heard?.(answer);
    // A proxy's error page is no JSON: the status alone speaks then.
    body = await answer.json().catch(() => null);
  } catch {
    signal?.throwIfAborted();
    throw new ApiError(
      0,
      deadline.aborted
        ? { code: "network.timeout", message: "No answer came in time. Try again." }
        : { code: "network.unreachable", message: "The server was not reached. Try again." },
    );
  }
  if (answer.ok && body) return address ? body : body.result.data;
  throw refusalOf(answer.status, body, answer.headers.get("Retry-After"));
}

/** What an answer refuses: in an RPC envelope, as a plain body, or, from a proxy, by its status alone. */
export function refusalOf(status: number, body: Partial<Refusal> | null, wait: string | null): ApiError {
  const said = body?.error ? { ...body.error.data, message: body.error.message } : body;
  return new ApiError(
    status,
    { code: "request.unavailable", message: `The server answered ${status}.`, ...said },
    wait === null ? undefined : Number(wait),
  );
}

/** The address of a public read with its input: fields named in the path go there, the others into the query. */
function readPath(address: string, { key = "" }: Wire, input: object): string {
  const query = new URLSearchParams({ key });
  let path = address;
  for (const [name, value] of Object.entries(input)) {
    const place = `{${name}}`;
    if (path.includes(place)) path = path.replace(place, encodeURIComponent(String(value)));
    else for (const item of [value].flat()) if (item !== undefined) query.append(name, String(item));
  }
  return `${path}?${query}`;
}
