import { z } from "zod";
import { derivedId } from "../../ids.ts";
import { type CallOptions } from "../../rpc/operation.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { callVendor, NoAnswer } from "../vendor-call.ts";
import { type CaptchaProvider, CaptchaSecretRefused, CaptchaUnavailable, type Newcomer } from "./port.ts";

/** A Turnstile widget of Cloudflare's, and where Cloudflare is. */
export interface TurnstileOptions {
  readonly siteKey: string;
  readonly secretKey: string;
  readonly url: string;
  readonly circuit?: CircuitBreaker;
}

const verdictSchema = z.object({
  success: z.boolean(),
  "error-codes": z.array(z.string()).default([]),
  hostname: z.string().optional(),
  action: z.string().optional(),
});

const mostLetters = 2048;
// Whoever calls can bring these about: they must not count as Cloudflare's failures.
const faultsOfToken = new Set([
  "missing-input-response",
  "invalid-input-response",
  "timeout-or-duplicate",
  "bad-request",
]);

const isFaultOfSecret = (code: string): boolean => code.endsWith("-input-secret");

/** Whether a secret is one of those that Cloudflare publishes for tests: always passes, always fails, already spent. */
export const isTestSecret = (secretKey: string): boolean => /^[123]x0+AA$/.test(secretKey);

/** Cloudflare Turnstile: a token of the page's widget, which `siteverify` takes once. */
export function turnstile(options: TurnstileOptions): CaptchaProvider {
  const breaker = options.circuit ?? new CircuitBreaker({ failures: 5, restMs: 30_000 });

  const accepts = async (token: string, newcomer: Newcomer, call: CallOptions): Promise<boolean> => {
    const { tenantId, visitorId, hostname, action } = newcomer;
    if (token === "" || token.length > mostLetters || hostname === null) return false;
    // Under this key the same newcomer hears the first verdict again; under another the token is spent.
    const key = derivedId("captcha", tenantId, visitorId, token);
    const verdict = await verify(options, token, key, call);
    // Tokens of test keys name a page and an action of Cloudflare's own.
    const isOurs =
      isTestSecret(options.secretKey) || (verdict.hostname === hostname && verdict.action === action);
    if (verdict.success) return isOurs;
    const codes = verdict["error-codes"];
    if (codes.length > 0 && codes.every((code) => faultsOfToken.has(code))) return false;
    const Refusal = codes.some(isFaultOfSecret) ? CaptchaSecretRefused : CaptchaUnavailable;
    throw new Refusal(`Turnstile: ${codes.join(", ").slice(0, 300)}`);
  };

  return {
    name: "turnstile",
    siteKey: options.siteKey,
    get isResting() {
      return breaker.isOpen;
    },
    accepts: (token, newcomer, call) =>
      breaker.run(() => accepts(token, newcomer, call), {
        refusal: () => new CaptchaUnavailable("Turnstile failed several times in a row and is given a rest."),
        isFault: (failure) => failure instanceof CaptchaUnavailable,
      }),
  };
}

/** Asks Cloudflare about a token that is none: what it objects to says whether it knows the secret. */
export async function checkTurnstile(options: TurnstileOptions, call: CallOptions): Promise<CredentialCheck> {
  try {
    const { success, "error-codes": codes } = await verify(options, "connection-test", undefined, call);
    const detail = codes.join(", ");
    if (codes.some(isFaultOfSecret)) return { code: "refused", account: null, detail };
    const isKnown = success || codes.every((code) => faultsOfToken.has(code));
    return { code: isKnown ? "works" : "unreachable", account: null, detail: isKnown ? "" : detail };
  } catch (failure) {
    if (!(failure instanceof CaptchaUnavailable)) throw failure;
    const status = failure.cause instanceof RefusedStatus ? failure.cause.status : undefined;
    return { code: codeOfStatus(status), account: null, detail: failure.message };
  }
}

class RefusedStatus extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Answered ${status}.`);
    this.status = status;
  }
}

async function verify(
  { url, secretKey }: TurnstileOptions,
  token: string,
  key: string | undefined,
  { signal }: CallOptions,
): Promise<z.infer<typeof verdictSchema>> {
  // The visitor's address is not passed on: Cloudflare saw the browser itself.
  const body = { secret: secretKey, response: token, ...(key !== undefined && { idempotency_key: key }) };
  const request = { method: "POST", url: `${url}/turnstile/v0/siteverify`, headers: {}, body } as const;
  const { status, body: said } = await callVendor(request, { signal, retries: 1 }).catch(
    (failure: unknown) => {
      if (!(failure instanceof NoAnswer)) throw failure;
      throw new CaptchaUnavailable(failure.message, { cause: failure });
    },
  );
  const verdict = verdictSchema.safeParse(said);
  if (verdict.success && status < 500) return verdict.data;
  throw new CaptchaUnavailable(`Turnstile answered ${status}.`, { cause: new RefusedStatus(status) });
}
