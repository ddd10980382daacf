import { requestFailure } from "../../errors.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { type ProofOfWork } from "./local.ts";
import { type CaptchaProvider, CaptchaSecretRefused, CaptchaUnavailable, type Newcomer } from "./port.ts";
import { turnstile, type TurnstileOptions } from "./turnstile.ts";

/** Which captcha this process asks newcomers for. */
export interface CaptchaSetup {
  /** For live tenants without a connection of their own; null is proof of work. */
  readonly installed: CaptchaProvider | null;
  /** The captcha a tenant connected itself; null until tenants can. */
  readonly connected: ((tenant: Tenant) => Promise<ConnectedCaptcha | null>) | null;
}

/** A captcha a tenant connected itself. */
export interface ConnectedCaptcha {
  readonly captcha: CaptchaProvider;
  /** Tells the tenant's team that the vendor takes the connection's secret no more. */
  readonly secretRefused: () => Promise<void>;
}

/** The operator task that says that a captcha's secret stopped working; its subject is the connection. */
export const captchaRefusedTask = "captcha.secret_refused";

let setup: CaptchaSetup = { installed: null, connected: null };

/** Tells the process which captcha to ask for, once at the start; proof of work alone otherwise. */
export function useCaptcha(chosen: CaptchaSetup): void {
  setup = chosen;
}

/** A vendor's captcha when there are keys, else none. */
export const installedCaptcha = ({
  siteKey,
  secretKey,
  url,
}: Pick<TurnstileOptions, "url"> & {
  siteKey: string | undefined;
  secretKey: string | undefined;
}): CaptchaProvider | null =>
  siteKey === undefined || secretKey === undefined ? null : turnstile({ siteKey, secretKey, url });

/** The captcha a tenant's newcomers are asked for; null is proof of work alone. The installed one is drawn for live sites' hosts only. */
async function captchaOf(tenant: Tenant): Promise<ConnectedCaptcha | null> {
  const connected = await setup.connected?.(tenant);
  if (connected) return connected;
  const { installed } = setup;
  // Whoever runs the installation learns of it from health and logs; no tenant can mend it.
  return installed && !tenant.isSandbox ? { captcha: installed, secretRefused: async () => {} } : null;
}

/** The name of the provider that meets a tenant's newcomers. */
export const captchaProviderNameOf = async (tenant: Tenant): Promise<string> =>
  (await captchaOf(tenant))?.captcha.name ?? "local";

/** The name of the provider for live tenants without a connection of their own, for health. */
export const captchaProviderName = (): string => setup.installed?.name ?? "local";

// A person waits for it.
const patienceMs = 3000;
// Where a captcha is asked for, working instead costs sixteen times as much: half a second on a laptop, instead of 30 ms.
const moreBits = 4;

/**
 * Throws `request.proof_required`, which says what to bring, unless the proof lets the newcomer pass. A page that cannot show the
 * captcha works more; while the captcha's vendor is silent it works as much as where there is none.
 */
export async function checkNewcomer(
  work: ProofOfWork,
  tenant: Tenant,
  newcomer: Newcomer,
  proof: string | null,
): Promise<void> {
  const chosen = await captchaOf(tenant);
  const captcha = chosen?.captcha;
  const required = (asked: CaptchaProvider | null, more = 0) =>
    requestFailure("request.proof_required", {
      kind: asked?.name ?? "proof_of_work",
      siteKey: asked?.siteKey ?? "",
      action: newcomer.action,
      ...work.challenge(tenant.id, newcomer.now, more),
    });
  const asked = captcha && !captcha.isResting ? captcha : null;
  if (proof === null) throw required(asked, asked ? moreBits : 0);
  if (!chosen || !captcha || !proof.startsWith(`${captcha.name}:`)) {
    if (await work.accepts(proof, newcomer)) return;
    throw required(asked, asked ? moreBits : 0);
  }
  const verdict = await verdictOf(chosen, proof.slice(captcha.name.length + 1), newcomer);
  if (verdict === "passes") return;
  throw required(null, verdict === "refused" ? moreBits : 0);
}

async function verdictOf(
  { captcha, secretRefused }: ConnectedCaptcha,
  token: string,
  newcomer: Newcomer,
): Promise<"passes" | "refused" | "silent"> {
  try {
    const options = { signal: AbortSignal.timeout(patienceMs) };
    return (await captcha.accepts(token, newcomer, options)) ? "passes" : "refused";
  } catch (failure) {
    if (!(failure instanceof CaptchaUnavailable)) throw failure;
    if (failure instanceof CaptchaSecretRefused) await secretRefused();
    return "silent";
  }
}
