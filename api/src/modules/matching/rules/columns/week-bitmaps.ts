import { slotsIn, slotsOfWeek, type Week } from "../week.ts";

/**
 * Who has time at each half hour of a week, 32 people to a word. Shared half hours are counted for all of them at once: the
 * bitmaps are added like binary numbers written downwards, one plane for each digit of the counts.
 */
export class WeekBitmaps {
  readonly #bitmaps: Uint32Array;
  readonly #words: number;
  readonly #size: number;
  /** 1 for everybody whose week is known. */
  readonly known: Uint8Array;

  constructor(weeks: readonly (Week | null)[]) {
    this.#size = weeks.length;
    this.#words = Math.ceil(weeks.length / 32);
    this.#bitmaps = new Uint32Array(slotsOfWeek * this.#words);
    this.known = new Uint8Array(weeks.length);
    for (const [at, week] of weeks.entries()) {
      if (!week) continue;
      this.known[at] = 1;
      for (const slot of slotsIn(week)) this.#bitmaps[slot * this.#words + (at >> 5)]! |= 1 << (at & 31);
    }
  }

  /** Writes `fitOf[n]` for everybody who shares n half hours with the week. */
  lookUp(week: Week, fitOf: Float64Array, into: Float64Array): void {
    const rows = slotsIn(week).map((slot) => slot * this.#words);
    const planes = new Uint32Array(digitsOf(rows.length));
    for (let word = 0; word < this.#words; word++) {
      planes.fill(0);
      this.#count(rows, word, planes);
      const last = Math.min(32, this.#size - word * 32);
      for (let first = 0; first < last; first += 4) {
        const counts = fourCounts(planes, first);
        const end = Math.min(first + 4, last);
        for (let bit = first; bit < end; bit++) {
          const high = planes.length > 8 ? ((planes[8]! >>> bit) & 1) << 8 : 0;
          into[word * 32 + bit] = fitOf[high + ((counts >>> ((bit - first) * 8)) & 255)]!;
        }
      }
    }
  }

  /** Adds one word of every row to the planes, two rows at a time. */
  #count(rows: readonly number[], word: number, planes: Uint32Array): void {
    const bitmaps = this.#bitmaps;
    let ones = 0;
    for (let at = 0; at < rows.length; at += 2) {
      const one = bitmaps[rows[at]! + word]!;
      const other = at + 1 < rows.length ? bitmaps[rows[at + 1]! + word]! : 0;
      const odd = ones ^ one;
      let carry = (ones & one) | (odd & other);
      ones = odd ^ other;
      for (let plane = 1; carry !== 0; plane++) {
        const digit = planes[plane]!;
        planes[plane] = digit ^ carry;
        carry &= digit;
      }
    }
    if (planes.length > 0) planes[0] = ones;
  }
}

// Four bits of a plane as four bytes of a number, so that planes add up to four counts at once.
const asBytes = Uint32Array.from({ length: 16 }, (_, four) =>
  [0, 1, 2, 3].reduce((bytes, bit) => bytes + ((four >> bit) & 1) * 256 ** bit, 0),
);

/** The counts, up to 255, of the four people from a bit on. */
function fourCounts(planes: Uint32Array, first: number): number {
  const digits = Math.min(8, planes.length);
  let counts = 0;
  for (let plane = 0; plane < digits; plane++) counts += asBytes[(planes[plane]! >>> first) & 15]! << plane;
  return counts;
}

const digitsOf = (largest: number): number => 32 - Math.clz32(largest);
