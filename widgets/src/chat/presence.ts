import { type Client, type Contract } from "@tessera/sdk/browser";
import { failureIn } from "../base/failure.ts";

/** Whether somebody is there. */
export type Presence = Contract["messaging"]["listPresences"]["output"]["items"][number];

const repeatMs = 30_000;

/** Says that the member is there while they look at their messages, and knows who else is. Who does not want to be seen is not told of. */
export class Presences {
  readonly #client: Client;
  readonly #changed: () => void;
  readonly #known = new Map<string, Presence>();
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(client: Client, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  /** How it stands with somebody; undefined when that is not known. */
  of(memberId: string): Presence | undefined {
    return this.#known.get(memberId);
  }

  /** Takes news of somebody. */
  hear(presence: Presence): void {
    this.#known.set(presence.memberId, presence);
    this.#changed();
  }

  /** Asks how it stands with people. */
  async ask(memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const asked = { memberIds: memberIds.slice(0, 100) };
    const told = await this.#client.messaging.listPresences(asked).catch(failureIn);
    if ("items" in told) for (const presence of told.items) this.hear(presence);
  }

  /** Begins to say that the member is there. */
  begin(): void {
    if (this.#beat !== undefined) return;
    this.#beat = setInterval(this.#say, repeatMs);
    document.addEventListener("visibilitychange", this.#say);
    this.#say();
  }

  /** Stops saying it; after a while the member counts as gone. */
  end(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
    document.removeEventListener("visibilitychange", this.#say);
  }

  readonly #say = (): void => {
    const state = document.visibilityState === "hidden" ? "away" : "online";
    // A beat that was lost is followed by the next.
    void this.#client.messaging.updatePresence({ state }).catch(failureIn);
  };
}
