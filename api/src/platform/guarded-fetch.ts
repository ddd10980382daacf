import { Agent, fetch as send, type RequestInit } from "undici";
import { guardedLookup, type Range } from "./outgoing.ts";

/** A `fetch` for addresses that people entered: names that point into a private network are refused, and so are redirects. */
export function guardedFetch(allowed: readonly Range[]): typeof fetch {
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(allowed) } });
  const guarded = (address: string | URL, init: RequestInit = {}) =>
    send(address, { ...init, dispatcher, redirect: "error" });
  // One standard in two packages' words: Node's own fetch takes no agent of another version.
  return guarded as unknown as typeof fetch;
}
