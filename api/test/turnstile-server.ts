import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

/** A token as Cloudflare keeps it. */
interface IssuedToken {
  readonly hostname: string;
  readonly action: string;
  readonly expiresAt: number;
  /** The idempotency key it was spent under; null while it was not. */
  spentBy: string | null;
}

const mostLetters = 2048;

/** Turnstile's `siteverify`, with its rules: one verdict per token and idempotency key, five minutes, what it says of wrong secrets. */
export class TurnstileServer extends VendorServer {
  readonly siteKey = "0x4AAAAAAAlocalsite01";
  readonly secretKey = "0x4AAAAAAAlocalsecret0000000000001";
  /** Error codes instead of a verdict, for the coming calls. */
  troubles: string[] = [];
  readonly #tokens = new Map<string, IssuedToken>();

  /** What the page's widget gives its page after the visitor passed. */
  issue({ hostname, action, ageMs = 0 }: { hostname: string; action: string; ageMs?: number }): string {
    const token = `0.token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, { hostname, action, expiresAt: Date.now() + 300_000 - ageMs, spentBy: null });
    return token;
  }

  protected answer({ call, body }: ServedCall): ServedAnswer {
    if (call !== "POST /turnstile/v0/siteverify") return { status: 404 };
    const trouble = this.troubles.shift();
    if (trouble !== undefined) return refusal(trouble);
    const { secret, response, idempotency_key: key } = body;
    if (typeof secret !== "string" || secret === "") return refusal("missing-input-secret");
    if (secret !== this.secretKey) return refusal("invalid-input-secret");
    if (typeof response !== "string" || response === "") return refusal("missing-input-response");
    const token = response.length > mostLetters ? undefined : this.#tokens.get(response);
    if (!token) return refusal("invalid-input-response");
    const by = typeof key === "string" ? key : "";
    const isRepeat = by !== "" && token.spentBy === by;
    if (token.expiresAt < Date.now() || (token.spentBy !== null && !isRepeat))
      return refusal("timeout-or-duplicate");
    token.spentBy = by;
    const { hostname, action } = token;
    return {
      status: 200,
      body: {
        success: true,
        "error-codes": [],
        challenge_ts: new Date().toISOString(),
        hostname,
        action,
        cdata: "",
      },
    };
  }
}

const refusal = (code: string): ServedAnswer => ({
  status: 200,
  body: { success: false, "error-codes": [code], messages: [] },
});
