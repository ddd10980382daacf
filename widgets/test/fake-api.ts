import { type Contract } from "@tessera/sdk/browser";

type Flat<Module extends keyof Contract> = {
  [Name in Extract<keyof Contract[Module], string> as `${Module}.${Name}`]: Contract[Module][Name];
};
type Both<Parts> = (Parts extends unknown ? (part: Parts) => void : never) extends (
  whole: infer Whole,
) => void
  ? Whole
  : never;
type ByPath = Both<{ [Module in keyof Contract]: Flat<Module> }[keyof Contract]>;

/** The path of an operation, such as `scheduling.holdSlot`. */
export type Path = keyof ByPath;
export type InputOf<Name extends Path> = ByPath[Name] extends { input: infer Input } ? Input : never;
export type OutputOf<Name extends Path> = ByPath[Name] extends { output: infer Output } ? Output : never;

/** A refusal of the fake API. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly message?: string;
}

/** Answers per operation, held to the contract by the compiler. `never` hangs, `down` is a lost connection. */
export type Answers = {
  [Name in Path]?: (input: InputOf<Name>) => OutputOf<Name> | Refusal | "never" | "down";
};

/** A call as the API saw it. */
export interface Call {
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

const reads: Readonly<Record<string, Path>> = {
  "/tenancy/site": "tenancy.getSite",
  "/scheduling/slots": "scheduling.listSlots",
  "/scheduling/offers": "scheduling.listOffers",
};

/** A transport that answers as the API would, over nothing. */
export class FakeApi {
  readonly calls: Call[] = [];
  answers: Answers;
  /** The site's clock. */
  now: () => number;

  constructor(answers: Answers, now: () => number = Date.now) {
    this.answers = answers;
    this.now = now;
  }

  /** The paths called so far. */
  get paths(): string[] {
    return this.calls.map(({ path }) => path);
  }

  readonly fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(url instanceof Request ? url.url : url);
    const isRead = (init?.method ?? "GET") === "GET";
    const call = isRead
      ? readCall(pathname, searchParams)
      : JSON.parse(typeof init?.body === "string" ? init.body : "{}");
    this.calls.push({ ...call, headers: new Headers(init?.headers) });
    // Answers of a network never come in the same turn.
    await new Promise((resolve) => setTimeout(resolve));
    const answer: unknown = this.#answer(call);
    if (answer === "down") throw new TypeError("Failed to fetch");
    if (answer === "never")
      return new Promise((_, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    const headers = { "Tessera-Now": new Date(this.now()).toISOString(), "Tessera-Visitor": "visitor-1" };
    if (isRefusal(answer)) {
      const { status, code, params = {}, message = `Refused: ${code}.` } = answer;
      const said = { code, params, requestId: "request-1" };
      const body = isRead ? { message, ...said } : { error: { message, code: -32600, data: said } };
      return Response.json(body, { status, headers });
    }
    return Response.json(isRead ? answer : { result: { data: answer } }, { headers });
  };

  #answer({ path, input }: Pick<Call, "path" | "input">): unknown {
    const handler: ((input: never) => unknown) | undefined = Object.entries(this.answers).find(
      ([name]) => name === path,
    )?.[1];
    if (!handler) return { status: 404, code: "request.not_found", message: `The test answers no ${path}.` };
    return Reflect.apply(handler, undefined, [input]);
  }
}

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "code" in answer && "status" in answer;

function readCall(pathname: string, query: URLSearchParams): Pick<Call, "path" | "input"> {
  const path = pathname.replace("/api/v1", "");
  const [, kind, id] = /^\/(scheduling\/offers|people\/persons)\/(.+)$/.exec(path) ?? [];
  query.delete("key");
  const input = Object.fromEntries(
    [...query.keys()].map((name) => [name, name.endsWith("s") ? query.getAll(name) : query.get(name)]),
  );
  if (kind)
    return { path: kind === "people/persons" ? "people.getPerson" : "scheduling.getOffer", input: { id } };
  return { path: reads[path] ?? path, input };
}
