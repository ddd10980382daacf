/**
 * Finds the nonce that makes SHA-256 of `challenge:nonce` start with so many zero bits, and answers `challenge:nonce`.
 * Works in slices of 12 ms, so that the page stays alive; 14 bits take about 16,000 tries, some 30 ms on a laptop.
 */
export async function solveProof(challenge: string, bits: number): Promise<string> {
  for (let nonce = 0; ;) {
    const until = performance.now() + 12;
    while (performance.now() < until) {
      for (const batchEnd = nonce + 64; nonce < batchEnd; nonce++) {
        const proof = `${challenge}:${nonce}`;
        if (Math.clz32(sha256Start(proof)) >= Math.min(bits, 32)) return proof;
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

// SHA-256 by FIPS 180-4, because `crypto.subtle` is missing on pages without TLS and takes 20 us a call where it exists.
const roots = firstPrimes(64);
const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
const constants = Int32Array.from(roots, (prime) => fraction(Math.cbrt(prime)));
const start = Int32Array.from(roots.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const schedule = new Int32Array(64);

/** The first 32 bits of the SHA-256 of an ASCII text. */
function sha256Start(text: string): number {
  const blocks = ((text.length + 8) >> 6) + 1;
  const words = new Int32Array(blocks * 16);
  for (let at = 0; at < text.length; at++) words[at >> 2]! |= text.charCodeAt(at) << (24 - (at & 3) * 8);
  words[text.length >> 2]! |= 0x80 << (24 - (text.length & 3) * 8);
  words[blocks * 16 - 1] = text.length * 8;

  const state = Int32Array.from(start);
  for (let block = 0; block < blocks; block++) compress(state, words.subarray(block * 16, block * 16 + 16));
  return state[0]!;
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(state: Int32Array, block: Int32Array): void {
  schedule.set(block);
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15]!;
    const late = schedule[at - 2]!;
    const mixedEarly = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const mixedLate = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[at] = schedule[at - 16]! + mixedEarly + schedule[at - 7]! + mixedLate;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[at]! + schedule[at]!;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at]! += word;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
