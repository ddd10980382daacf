import { type PanelHost } from "../base/lazy.ts";
import { type Talk } from "./talk.ts";

/** Closer to the end than this somebody reads what comes. */
const nearPx = 48;
/** Closer to the beginning than this earlier messages are loaded. */
const farPx = 240;

/** Where somebody is among the messages: with the eye, and with the keyboard, which walks them by the arrow keys. */
export class Reading {
  readonly #host: PanelHost;
  readonly #look: () => void;
  #current: number | null = null;
  #acting: number | null = null;
  #isAtEnd = true;
  #hasNew = false;

  /** `look` is called when what is at the end can be seen. */
  constructor(host: PanelHost, look: () => void) {
    this.#host = host;
    this.#look = look;
  }

  /** Whether the end is in sight. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Whether something came that is out of sight. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  /** The message whose deeds are shown; null for none. */
  get acting(): number | null {
    return this.#acting;
  }

  /** The message the keyboard comes to; null when there is none. */
  currentIn({ messages }: Talk): number | null {
    this.#current ??= messages.at(-1)?.seq ?? null;
    return this.#current;
  }

  /** Another conversation begins at its end. */
  begin(): void {
    this.#current = null;
    this.#acting = null;
    this.#isAtEnd = true;
    this.#hasNew = false;
  }

  /** Something came. */
  arrived(): void {
    this.#hasNew = !this.#isAtEnd;
  }

  /** Shows what can be done with a message; null hides it. */
  act(seq: number | null): void {
    this.#acting = seq;
    if (seq !== null) this.#current = seq;
    this.#host.requestUpdate();
  }

  /** The keyboard came to a message. */
  enter(seq: number): void {
    if (this.#current === seq) return;
    this.#current = seq;
    this.#host.requestUpdate();
  }

  key(event: KeyboardEvent, talk: Talk): void {
    const { target, key } = event;
    const line = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-seq]") : null;
    if (!line) return;
    if (key === "Escape" && this.#acting !== null) {
      event.stopPropagation();
      this.act(null);
      line.focus();
      return;
    }
    const { messages } = talk;
    const at = messages.findIndex(({ seq }) => seq === Number(line.dataset["seq"]));
    const next = placeFor(key, at, messages.length);
    if (next === null) return;
    event.preventDefault();
    if (next < 0) void talk.older();
    const message = messages[next];
    if (!message) return;
    const there = this.#lineOf(message.seq);
    this.enter(message.seq);
    there?.focus();
    there?.scrollIntoView({ block: "nearest" });
  }

  scrolled({ currentTarget }: Event, talk: Talk): void {
    if (!(currentTarget instanceof HTMLElement)) return;
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    // The list begins at its end: scrolling towards the beginning counts below zero.
    const fromEnd = Math.abs(scrollTop);
    this.#isAtEnd = fromEnd < nearPx;
    if (this.#isAtEnd) this.#seeEnd();
    if (scrollHeight - clientHeight - fromEnd < farPx && !talk.olderFailure) void talk.older();
  }

  /** Goes to a message. */
  async goTo(seq: number): Promise<void> {
    this.#current = seq;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const line = this.#lineOf(seq);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: "center" });
  }

  /** Goes to the newest message. */
  toEnd(): void {
    const list = this.#host.renderRoot.querySelector(".history");
    if (list) list.scrollTop = 0;
    this.#isAtEnd = true;
    this.#seeEnd();
  }

  #seeEnd(): void {
    if (this.#hasNew) this.#host.requestUpdate();
    this.#hasNew = false;
    this.#look();
  }

  #lineOf(seq: number | null): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  }
}

/** The place a key goes to from one in a list of so many; null for any other key. */
function placeFor(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowUp":
      return at - 1;
    case "ArrowDown":
      return at + 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
