import { createHash } from "node:crypto";
import { requestFailure } from "../errors.ts";

/** What signs and checks challenges: a purpose-bound secret of the platform. */
export interface ChallengeSigner {
  sign(payload: string): string;
  isSigned(payload: string, signature: string): boolean;
}

const lifetimeMs = 5 * 60_000;

/**
 * Proof of work for callers nobody knows yet: find a nonce so that SHA-256 of `challenge:nonce` starts with so many zero bits.
 * A phone does 14 bits in well under a second; a script that wants a thousand identities pays a thousand times.
 */
export class ProofOfWork {
  readonly #signer: ChallengeSigner;
  readonly #bits: number;
  readonly #spent = new Map<string, number>();

  constructor(signer: ChallengeSigner, bits = 14) {
    this.#signer = signer;
    this.#bits = bits;
  }

  /** Throws `request.proof_required`, with a fresh challenge, unless `proof` is a solution that was not used before. */
  check(tenantId: string, proof: string | null, now: Date): void {
    if (proof !== null && this.#isFreshSolution(tenantId, proof, now.getTime())) return;
    const payload = `${tenantId}.${now.getTime() + lifetimeMs}.${Math.random().toString(36).slice(2)}`;
    const challenge = `${payload}.${this.#signer.sign(payload)}`;
    throw requestFailure("request.proof_required", { challenge, bits: this.#bits });
  }

  #isFreshSolution(tenantId: string, proof: string, nowMs: number): boolean {
    const [challenge = ""] = proof.split(":");
    const signatureAt = challenge.lastIndexOf(".");
    const payload = challenge.slice(0, signatureAt);
    const [tenant, expiry = ""] = payload.split(".");
    if (tenant !== tenantId || !(Number(expiry) > nowMs) || this.#spent.has(challenge)) return false;
    if (!this.#signer.isSigned(payload, challenge.slice(signatureAt + 1))) return false;
    if (leadingZeroBits(createHash("sha256").update(proof).digest()) < this.#bits) return false;
    for (const [spent, until] of this.#spent) if (until <= nowMs) this.#spent.delete(spent);
    this.#spent.set(challenge, Number(expiry));
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
