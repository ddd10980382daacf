import { type Client } from "@tessera/sdk/browser";
import { type Page } from "../../base/contexts.ts";

const kept = "searched";

/** What somebody searched for among the gigs and what they opened of it, told to the site's statistics; nobody waits for that or hears of it. */
export class Searched {
  readonly #client: () => Client;
  /** The last search that was told; another filter of the same words is none. */
  #told: { readonly id: string; readonly text: string } | null = null;

  constructor(client: () => Client) {
    this.#client = client;
  }

  /** Tells that words found so many gigs; without words nothing was searched for. */
  found(text: string, found: number): void {
    if (text === "") this.#told = null;
    if (text === "" || this.#told?.text === text) return;
    const id = crypto.randomUUID();
    this.#told = { id, text };
    void this.#client()
      .insights.noteSearch({ id, kind: "gigs", text, found })
      .catch(() => undefined);
  }

  /** Remembers which gig a search leads to, until it is shown: here, or on the page it leads to. */
  leadsTo({ keep }: Page, openedId: string): void {
    keep.write(kept, this.#told ? { id: this.#told.id, openedId } : undefined);
  }
}

/** Tells that a gig was opened that a search led to. */
export function noteOpened({ keep, client }: Page, gigId: string): void {
  const led = keep.read(kept);
  if (typeof led !== "object" || led === null || !("id" in led) || !("openedId" in led)) return;
  if (led.openedId !== gigId) return;
  keep.write(kept, undefined);
  void client.insights.noteOpened({ id: String(led.id), openedId: gigId }).catch(() => undefined);
}
