/**
 * What a page is asked for, as `detail` of the event `tessera-captcha` on the document. A page that shows captchas calls `answer`
 * within its listener; without an answer the browser works instead, which takes it a second or two.
 */
export interface CaptchaRequest {
  /** Whose captcha it is, such as `turnstile`. */
  readonly kind: string;
  /** What the vendor's widget is drawn with. */
  readonly siteKey: string;
  /** What the token is for; the vendor's widget has to be told. */
  readonly action: string;
  /** Takes the vendor's token, or the promise of one. */
  answer(token: string | Promise<string>): void;
}

declare global {
  interface DocumentEventMap {
    "tessera-captcha": CustomEvent<CaptchaRequest>;
  }
}

/** The proof that the page's captcha gives; null when the page shows none, or it took too long. */
export async function captchaProof(
  { kind = "", siteKey = "", action = "" }: Readonly<Record<string, string | number>>,
  patienceMs: number,
): Promise<string | null> {
  let given: string | Promise<string> | undefined;
  const detail: CaptchaRequest = {
    kind: String(kind),
    siteKey: String(siteKey),
    action: String(action),
    answer: (token) => {
      given ??= token;
    },
  };
  globalThis.document?.dispatchEvent(new CustomEvent("tessera-captcha", { detail }));
  if (given === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patienceMs, null);
  });
  const token = await Promise.race([given, tooLate]).finally(() => clearTimeout(timer));
  return token ? `${kind}:${token}` : null;
}
