import { tenthsOf } from "../score.ts";

/** One factor of everybody. */
export interface RankedFactor {
  readonly factor: string;
  readonly weight: number;
  /** How well it fits, from 0 to 1; null when the one who asks has not said. */
  readonly values: Float64Array | null;
  /** 1 where it is known. */
  readonly known: Uint8Array;
}

// Scores are 0 to 1000 tenths; adjustments add or take some hundreds.
const lowest = -2000;
const highest = 3000;

/**
 * Everybody's score and place. Who comes earlier in the columns stands first among equals. One ranking is used again for the
 * next question: fresh memory for 100,000 people costs more than the sums.
 */
export class Ranking {
  #factors: readonly RankedFactor[] = [];
  readonly #sums: Float64Array;
  readonly #knownWeights: Float64Array;
  /** Score and adjustments, in tenths. */
  readonly #keys: Int16Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size);
    this.#knownWeights = new Float64Array(size);
    this.#keys = new Int16Array(size);
  }

  /** Ranks everybody by these factors; `shift` is what adjustments add to each, in tenths. */
  rank(factors: readonly RankedFactor[], shift: Int16Array | null): void {
    const keys = this.#keys;
    this.#factors = factors;
    this.#sums.fill(0);
    this.#knownWeights.fill(0);
    for (const { weight, values, known } of factors) if (values !== null) this.#add(weight, values, known);
    for (let at = 0; at < keys.length; at++) keys[at] = tenthsOf(this.#sums[at]!, this.#knownWeights[at]!);
    if (shift !== null) for (let at = 0; at < keys.length; at++) keys[at]! += shift[at]!;
  }

  #add(weight: number, values: Float64Array, known: Uint8Array): void {
    const sums = this.#sums;
    const knownWeights = this.#knownWeights;
    for (let at = 0; at < sums.length; at++) {
      // Both are 0 where it is not known, which spares a branch.
      const counted = weight * known[at]!;
      sums[at]! += counted * values[at]!;
      knownWeights[at]! += counted;
    }
  }

  /** How well a factor fits somebody; null when it is not known. */
  fitAt(factor: number, at: number): number | null {
    const { values, known } = this.#factors[factor]!;
    return values !== null && known[at] === 1 ? values[at]! : null;
  }

  /** The first so many, best first: by score and adjustments, then by how much is known, then by place in the columns. */
  first(count: number): number[] {
    const keys = this.#keys;
    const tally = new Uint32Array(highest - lowest + 1);
    for (let at = 0; at < keys.length; at++) tally[keys[at]! - lowest]! += 1;
    let bar = highest;
    for (let above = 0; bar > lowest; bar--) {
      above += tally[bar - lowest]!;
      if (above >= count) break;
    }
    const best: number[] = [];
    for (let at = 0; at < keys.length; at++) {
      if (keys[at]! < bar || (best.length === count && !this.#isBefore(at, best[count - 1]!))) continue;
      let place = best.length;
      while (place > 0 && this.#isBefore(at, best[place - 1]!)) place--;
      best.splice(place, 0, at);
      if (best.length > count) best.pop();
    }
    return best;
  }

  #isBefore(one: number, other: number): boolean {
    const byKey = this.#keys[one]! - this.#keys[other]!;
    const byKnown = this.#knownWeights[one]! - this.#knownWeights[other]!;
    return byKey === 0 ? (byKnown === 0 ? one < other : byKnown > 0) : byKey > 0;
  }
}
