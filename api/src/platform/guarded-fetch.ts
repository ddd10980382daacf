import type { RequestInit } from "undici";
import { guardedLookup, type Range } from "./outgoing.ts";

/** A `fetch` for addresses that people entered: names that point into a private network are refused, and so are redirects. */
export function guardedFetch(allowed: readonly Range[]): typeof fetch {
  // Loaded with the first call: it holds 6 MB, and most processes call nobody.
  const open = async () => {
    const { Agent, fetch: send } = await import("undici");
    return { dispatcher: new Agent({ connect: { lookup: guardedLookup(allowed) } }), send };
  };
  let opened: ReturnType<typeof open> | undefined;
  const guarded = async (address: string | URL, init: RequestInit = {}) => {
    const { dispatcher, send } = await (opened ??= open());
    return send(address, { ...init, dispatcher, redirect: "error" });
  };
  // One standard in two packages' words: Node's own fetch takes no agent of another version.
  return guarded as unknown as typeof fetch;
}
