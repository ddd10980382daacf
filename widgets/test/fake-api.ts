import { type Contract } from "@tessera/sdk/browser";
import { proofAsked } from "./fake-proof.ts";
import { FakeStream } from "./fake-stream.ts";

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
  readonly fields?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
}

/** Answers per operation, held to the contract by the compiler. `never` hangs, `down` is a lost connection. */
export type Answers = {
  [Name in Path]?: (
    input: InputOf<Name>,
    headers: Call["headers"],
  ) => OutputOf<Name> | Refusal | "never" | "down";
};

/** A call as the API saw it. */
export interface Call {
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** By lower-case name; a plain object, because a failed assertion is cloned on its way to the runner. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What somebody unknown may not do without a proof of work. */
const needsProof: ReadonlySet<string> = new Set<Path>([
  "identity.requestCode",
  "identity.requestPasswordReset",
  "identity.signUp",
  "matching.matchPeople",
  "people.saveAnswers",
  "scheduling.holdSlot",
]);

const reads: Readonly<Record<string, Path>> = {
  "/identity/entrance": "identity.getEntrance",
  "/tenancy/site": "tenancy.getSite",
  "/scheduling/slots": "scheduling.listSlots",
  "/scheduling/offers": "scheduling.listOffers",
  "/money/packages": "money.listPackages",
  "/people/quiz": "people.getQuiz",
  "/people/provider-roles": "people.getProviderRoles",
  "/people": "people.listPeople",
  "/people/facets": "people.getFacets",
  "/reviews": "reviews.listReviews",
  "/reviews/dimensions": "reviews.listDimensions",
  "/gigs": "gigs.listGigs",
  "/gigs/categories": "gigs.listCategories",
  "/gigs/search": "gigs.searchGigs",
  "/gigs/suggest": "gigs.suggestGigs",
  "/gigs/trending-gigs": "gigs.listTrendingGigs",
  "/gigs/similar-gigs": "gigs.listSimilarGigs",
};

/** Reads of one thing, whose id is the last part of the path. */
const readsOfOne: readonly (readonly [before: string, Path])[] = [
  ["/scheduling/offers/", "scheduling.getOffer"],
  ["/people/persons/", "people.getPerson"],
  ["/gigs/", "gigs.getGig"],
];

/** A transport that answers as the API would, over nothing. */
export class FakeApi {
  readonly calls: Call[] = [];
  readonly stream = new FakeStream();
  answers: Answers;
  /** The site's clock. */
  now: () => number;
  /** Bits of the proof of work that somebody unknown needs for a first change; 0 asks for none. */
  proofBits = 0;
  /** Why it keeps no file; null while it keeps them. */
  fileRefusal: Refusal | "never" | null = null;
  /** Whether it left a call without an answer. */
  isSilent = false;

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
    if (pathname === "/api/v1/stream") return this.stream.answer(searchParams.get("since"), init?.signal);
    if (pathname === "/api/v1/files") {
      this.calls.push({
        path: "files",
        input: Object.fromEntries(searchParams),
        headers: Object.fromEntries(new Headers(init?.headers)),
      });
      if (this.fileRefusal === "never") return new Promise(() => undefined);
      if (this.fileRefusal) return Response.json(this.fileRefusal, { status: this.fileRefusal.status });
      const id = "0195a000-0000-7000-8000-0000000000f9";
      return Response.json({ id, name: searchParams.get("name"), bytes: 8 }, { status: 201 });
    }
    const isRead = (init?.method ?? "GET") === "GET";
    const sent = new Headers(init?.headers);
    const call: Call = {
      ...(isRead
        ? readCall(pathname, searchParams)
        : JSON.parse(typeof init?.body === "string" ? init.body : "{}")),
      headers: Object.fromEntries(sent),
    };
    this.calls.push(call);
    // Answers of a network never come in the same turn.
    await new Promise((resolve) => setTimeout(resolve));
    const isStranger = !sent.has("Authorization") && sent.get("Tessera-Visitor")?.startsWith("new.");
    const asked =
      this.proofBits > 0 && isStranger && needsProof.has(call.path)
        ? await proofAsked(sent.get("Tessera-Proof"), this.proofBits)
        : null;
    const answer: unknown = asked ?? this.#answer(call);
    if (answer === "down") throw new TypeError("Failed to fetch");
    if (answer === "never") {
      this.isSilent = true;
      return new Promise((_, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    }
    const headers = {
      "Tessera-Now": new Date(this.now()).toISOString(),
      ...(!isRead && !asked && { "Tessera-Visitor": "visitor-1" }),
    };
    if (isRefusal(answer)) {
      const { status, code, params = {}, message = `Refused: ${code}.`, fields = [] } = answer;
      const said = { code, params, requestId: "request-1", fields };
      const body = isRead ? { message, ...said } : { error: { message, code: -32600, data: said } };
      return Response.json(body, { status, headers });
    }
    return Response.json(isRead ? answer : { result: { data: answer } }, { headers });
  };

  #answer({ path, input, headers }: Call): unknown {
    const handler: ((input: never, headers: Call["headers"]) => unknown) | undefined = Object.entries(
      this.answers,
    ).find(([name]) => name === path)?.[1];
    if (!handler) return { status: 404, code: "request.not_found", message: `The test answers no ${path}.` };
    return Reflect.apply(handler, undefined, [input, headers]);
  }
}

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "code" in answer && "status" in answer;

function readCall(pathname: string, query: URLSearchParams): Pick<Call, "path" | "input"> {
  const path = pathname.replace("/api/v1", "");
  query.delete("key");
  const input = Object.fromEntries(
    [...query.keys()].map((name) => [name, isList(name) ? query.getAll(name) : query.get(name)]),
  );
  const known = reads[path];
  if (known) return { path: known, input };
  const [before, one] = readsOfOne.find(([start]) => path.startsWith(start)) ?? [];
  return before && one ? { path: one, input: { id: path.slice(before.length) } } : { path, input };
}

/** Whether a parameter may stand several times. */
const isList = (name: string): boolean => name.endsWith("s") && !name.startsWith("max");
