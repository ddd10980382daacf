/** For each word, who has it: the members of sets, the other way round. */
export class PostingLists {
  readonly #lists = new Map<string, Uint32Array>();
  /** 1 for everybody whose set is not empty. */
  readonly known: Uint8Array;

  constructor(sets: readonly (readonly string[])[]) {
    this.known = new Uint8Array(sets.length);
    const growing = new Map<string, number[]>();
    for (const [at, set] of sets.entries()) {
      if (set.length > 0) this.known[at] = 1;
      for (const word of new Set(set)) {
        const list = growing.get(word);
        if (list) list.push(at);
        else growing.set(word, [at]);
      }
    }
    for (const [word, list] of growing) this.#lists.set(word, Uint32Array.from(list));
  }

  /** Writes 1 for everybody who has at least one of the words, and leaves the others. */
  markAny(words: readonly string[], into: Float64Array): void {
    for (const word of words) {
      const list = this.#lists.get(word);
      if (list) for (let at = 0; at < list.length; at++) into[list[at]!] = 1;
    }
  }

  /** Adds `share` for every one of the words somebody has. */
  addEach(words: readonly string[], share: number, into: Float64Array): void {
    for (const word of words) {
      const list = this.#lists.get(word);
      if (list) for (let at = 0; at < list.length; at++) into[list[at]!]! += share;
    }
  }
}
