import { type Frame } from "./frames.ts";

const mostRemembered = 200;

/** A frame, and the number of the one before it. */
export interface Link {
  readonly frame: Frame;
  readonly after: number;
}

/**
 * How far a page has heard. Frames count up per member; numbers may be left out where there is nothing to show any more, so each
 * frame travels between tabs with the number before it. The last ones are remembered for tabs that missed them.
 */
export class Position {
  readonly #remembered: Link[] = [];
  readonly #keep: (seq: number) => void;
  #seq: number | null;

  /** Starts where an earlier page of the tab was, or nowhere; `keep` remembers for the next page. */
  constructor(seq: number | null, keep: (seq: number) => void) {
    this.#seq = seq;
    this.#keep = keep;
  }

  /** The number of the last frame heard; null before anything is known. */
  get seq(): number | null {
    return this.#seq;
  }

  /** Starts anew from a number. */
  moveTo(seq: number): void {
    this.#remembered.length = 0;
    this.#set(seq);
  }

  /** What a frame that follows `after` is: the next one, one that was heard before, or one with others missing before it. */
  turnOf({ seq }: Frame, after: number): "next" | "known" | "gap" {
    if (this.#seq === null) return "gap";
    if (seq <= this.#seq) return "known";
    return after > this.#seq ? "gap" : "next";
  }

  /** Counts a frame as heard. */
  add(frame: Frame): void {
    this.#remembered.push({ frame, after: this.#seq ?? frame.seq - 1 });
    if (this.#remembered.length > mostRemembered) this.#remembered.shift();
    this.#set(frame.seq);
  }

  /** The frames after a number; null when they are not all remembered. */
  since(seq: number): readonly Link[] | null {
    if (seq === this.#seq) return [];
    const [oldest] = this.#remembered;
    if (!oldest || seq < oldest.after || seq > (this.#seq ?? 0)) return null;
    return this.#remembered.filter(({ frame }) => frame.seq > seq);
  }

  #set(seq: number): void {
    this.#seq = seq;
    this.#keep(seq);
  }
}
