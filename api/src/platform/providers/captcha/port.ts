import { type CallOptions } from "../../rpc/operation.ts";

/** A change by somebody nobody knows yet, as whoever judges the proof sees it. */
export interface Newcomer {
  readonly tenantId: string;
  readonly visitorId: string;
  /** What is to be done, such as `scheduling_holdSlot`: at most 32 letters, digits, `_` and `-`. */
  readonly action: string;
  /** The host of the page; null when no browser named one. */
  readonly hostname: string | null;
  /** The wall clock. */
  readonly now: Date;
}

/** Tells people from scripts. */
export interface CaptchaProvider {
  /** Shown in health and in the admin app: `local` or the vendor's. */
  readonly name: string;
  /** What a page draws the vendor's captcha with; empty where the page needs none. */
  readonly siteKey: string;
  /** It failed several times in a row: nobody is sent to it for a while. */
  readonly isResting: boolean;
  /**
   * Whether a proof lets a newcomer pass. It is one newcomer's: who repeats a call whose answer was lost brings it again, nobody
   * else passes with it. Throws `CaptchaUnavailable` when the provider did not say.
   */
  accepts(proof: string, newcomer: Newcomer, options: CallOptions): Promise<boolean>;
}

/** The provider did not answer, or does not work with the credentials it was given. */
export class CaptchaUnavailable extends Error {
  override readonly name: string = "CaptchaUnavailable";
}

/** The provider no longer takes the secret it is called with: only a person can mend that. */
export class CaptchaSecretRefused extends CaptchaUnavailable {
  override readonly name = "CaptchaSecretRefused";
}
