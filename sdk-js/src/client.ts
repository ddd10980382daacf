import { type Contract } from "./contract.ts";
import { type CallOptions, send, type Wire } from "./wire.ts";

interface Described {
  readonly input: unknown;
  readonly output: unknown;
}

/** The output of a call. The answer of a list can also be walked: `for await` goes through the items of all its pages. */
export type Answer<Output> = Promise<Output> &
  (Output extends { items: readonly (infer Item)[]; nextCursor: string | null }
    ? AsyncIterable<Item>
    : unknown);

/** One operation as a method; the input may be left out when every field of it may. */
export type Call<Operation extends Described> =
  Record<string, never> extends Operation["input"]
    ? (input?: Operation["input"], options?: CallOptions) => Answer<Operation["output"]>
    : (input: Operation["input"], options?: CallOptions) => Answer<Operation["output"]>;

/** Every operation of the API: `client.scheduling.holdSlot({ … })`. */
export type Client = { readonly [Module in keyof Contract]: Calls<Contract[Module]> };

type Calls<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends Described ? Call<Module[Name]> : never;
};

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** Makes a client of a wire: a method's two names are the path of the operation it calls. */
export function clientOf(wire: Wire): Client {
  const call = (path: string, input: object = {}, options?: CallOptions) => {
    const first = send<Page>(wire, path, input, options);
    return Object.assign(first, {
      async *[Symbol.asyncIterator]() {
        let page = await first;
        for (;;) {
          yield* page.items;
          if (page.nextCursor === null) return;
          page = await send<Page>(wire, path, { ...input, cursor: page.nextCursor }, options);
        }
      },
    });
  };
  const client = byName((module) =>
    byName((name) => (input?: object, options?: CallOptions) => call(`${module}.${name}`, input, options)),
  );
  wires.set(client, wire);
  // The contract is types only: which operations there are is known to the compiler and to the API, not here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return client as Client;
}

const wires = new WeakMap<object, Wire>();

/** What a client's calls go over, for what is no operation, such as an upload. */
export function wireOf(client: Client): Wire {
  const wire = wires.get(client);
  if (!wire) throw new TypeError("This is no client of the SDK.");
  return wire;
}

const byName = (make: (name: string) => unknown) =>
  // A promise that resolves with a client asks it for `then`.
  new Proxy({}, { get: (_, name) => (typeof name === "string" && name !== "then" ? make(name) : undefined) });
