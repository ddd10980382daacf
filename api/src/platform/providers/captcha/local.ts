import { createHash } from "node:crypto";
import { type CaptchaProvider, type Newcomer } from "./port.ts";

/** What signs and checks challenges: a purpose-bound secret of the platform. */
export interface ChallengeSigner {
  sign(payload: string): string;
  isSigned(payload: string, signature: string): boolean;
}

/** What has to be solved: find a nonce so that SHA-256 of `challenge:nonce` starts with so many zero bits. */
export interface Challenge {
  readonly challenge: string;
  readonly bits: number;
}

const lifetimeMs = 5 * 60_000;

/**
 * Proof of work, which needs nobody else. A phone does 14 bits in well under a second; a script that wants a thousand identities
 * pays a thousand times.
 */
export class ProofOfWork implements CaptchaProvider {
  readonly name = "local";
  readonly siteKey = "";
  readonly isResting = false;
  readonly #signer: ChallengeSigner;
  readonly #bits: number;
  readonly #spent = new Map<string, { readonly untilMs: number; readonly by: string }>();

  constructor(signer: ChallengeSigner, bits = 14) {
    this.#signer = signer;
    this.#bits = bits;
  }

  /** A fresh challenge, which says itself how much it takes. */
  challenge(tenantId: string, now: Date, moreBits = 0): Challenge {
    const bits = this.#bits + moreBits;
    const expiry = (now.getTime() + lifetimeMs).toString(36);
    const payload = `${expiry}.${bits}.${Math.random().toString(36).slice(2)}`;
    return { challenge: `${payload}.${this.#signer.sign(`${tenantId}.${payload}`)}`, bits };
  }

  async accepts(proof: string, { tenantId, visitorId, now }: Newcomer): Promise<boolean> {
    const [challenge = ""] = proof.split(":");
    const signatureAt = challenge.lastIndexOf(".");
    const payload = challenge.slice(0, signatureAt);
    const [expiry = "", bits = ""] = payload.split(".");
    const untilMs = Number.parseInt(expiry, 36);
    const nowMs = now.getTime();
    if (!(untilMs > nowMs)) return false;
    if ((this.#spent.get(challenge)?.by ?? visitorId) !== visitorId) return false;
    if (!this.#signer.isSigned(`${tenantId}.${payload}`, challenge.slice(signatureAt + 1))) return false;
    if (leadingZeroBits(createHash("sha256").update(proof).digest()) < Number(bits)) return false;
    for (const [spent, { untilMs: end }] of this.#spent) if (end <= nowMs) this.#spent.delete(spent);
    this.#spent.set(challenge, { untilMs, by: visitorId });
    return true;
  }
}

/** How many zero bits a digest starts with. */
function leadingZeroBits(digest: Uint8Array): number {
  let bits = 0;
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
