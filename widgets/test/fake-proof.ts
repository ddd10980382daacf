import { type Refusal } from "./fake-api.ts";

// As many letters as a challenge of the API has.
const challenge =
  "0195a000-0000-7000-8000-000000000001.1773047100000.k3v9q2x7w1z.Wm3Yp0sVbT5nQeR8uKx2LdHf7CjGa4MoZi1NvBtXy6E";

/** What the API asks of somebody it does not know before their first change: work of so many bits. Null when they did it. */
export async function proofAsked(proof: string | null, bits: number): Promise<Refusal | null> {
  if (proof?.startsWith(`${challenge}:`)) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(proof));
    if (Math.clz32(new DataView(digest).getUint32(0)) >= bits) return null;
  }
  const message = `Solve the proof of work ${challenge} of ${bits} bits, and send it in the Tessera-Proof header.`;
  return { status: 428, code: "request.proof_required", params: { challenge, bits }, message };
}
