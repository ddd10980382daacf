import { type Keep } from "./keep.ts";
import { solveProof } from "./proof.ts";

const patienceMs = 3_000;
// A person may have to do something for it.
const captchaPatienceMs = 120_000;
const introducing = new WeakMap<Keep, number>();

/**
 * Makes a call that was refused for want of a proof acceptable: answers the headers to repeat it with. Two first changes side by
 * side would make two visitors of one person, so the second waits for what becomes of the first, and then needs no proof.
 */
export async function introduce(
  keep: Keep,
  visitor: string | undefined,
  params: Readonly<Record<string, string | number>>,
): Promise<Record<string, string>> {
  const isKnownNow = () => keep.text("visitor") !== visitor;
  while (!isKnownNow() && (introducing.get(keep) ?? 0) > performance.now())
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (isKnownNow()) return {};
  const waitAtMost = (milliseconds: number) => introducing.set(keep, performance.now() + milliseconds);
  if (params["siteKey"]) {
    waitAtMost(captchaPatienceMs);
    const proof = await import("./captcha.ts")
      .then(({ captchaProof }) => captchaProof(params, captchaPatienceMs))
      .catch(() => null);
    waitAtMost(patienceMs);
    if (proof !== null) return { "Tessera-Proof": proof };
  }
  waitAtMost(patienceMs);
  const { challenge = "", bits = 0 } = params;
  return { "Tessera-Proof": await solveProof(String(challenge), Number(bits)) };
}
