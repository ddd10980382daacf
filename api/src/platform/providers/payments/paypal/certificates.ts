import { createVerify, type KeyObject, X509Certificate } from "node:crypto";
import { type IncomingHttpHeaders } from "node:http";
import { crc32 } from "node:zlib";
import { EventRefused, eventToleranceMs, GatewayError } from "../port.ts";

// PayPal has a handful at a time.
const mostCertificates = 20;
const longest = 64 * 1024;

/**
 * The certificates PayPal signs its events with, fetched from PayPal alone and kept until they end. The connection to PayPal's
 * own host says whose they are.
 */
export class PayPalCertificates {
  readonly #known = new Map<string, { readonly key: KeyObject; readonly endsAt: Date }>();
  readonly #origins: readonly string[];

  /** `url` is where PayPal is; its certificates lie there, or at the same host without `-m`. */
  constructor(url: string) {
    const { origin } = new URL(url);
    this.#origins = [origin, origin.replace("//api-m.", "//api.")];
  }

  /** Throws `EventRefused` unless PayPal signed these bytes for this webhook, within five minutes of `now`. */
  async verify(
    { headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
    webhookId: string,
    now: Date,
  ) {
    const header = (name: string): string => {
      const value = headers[`paypal-${name}`];
      if (typeof value !== "string") throw new EventRefused("no signature");
      return value;
    };
    const [id, time, signature] = ["transmission-id", "transmission-time", "transmission-sig"].map(header);
    if (header("auth-algo") !== "SHA256withRSA") throw new EventRefused("another algorithm");
    if (!(Math.abs(now.getTime() - Date.parse(time!)) <= eventToleranceMs))
      throw new EventRefused("signed too long ago, or ahead of time");
    const content = `${id}|${time}|${webhookId}|${crc32(body)}`;
    const key = await this.#keyAt(header("cert-url"), now);
    if (!createVerify("RSA-SHA256").update(content).verify(key, signature!, "base64"))
      throw new EventRefused("another signature");
  }

  async #keyAt(address: string, now: Date): Promise<KeyObject> {
    const url = URL.canParse(address) ? new URL(address) : null;
    const isPayPals =
      url !== null &&
      this.#origins.includes(url.origin) &&
      /^\/v1\/notifications\/certs\/[\w-]+$/.test(url.pathname) &&
      url.search === "" &&
      url.username === "";
    if (!isPayPals) throw new EventRefused("a certificate from elsewhere");
    const known = this.#known.get(url.href);
    if (known && known.endsAt > now) return known.key;
    const certificate = await fetchCertificate(url);
    const endsAt = new Date(certificate.validTo);
    if (endsAt <= now || new Date(certificate.validFrom) > now)
      throw new EventRefused("a certificate that is not valid now");
    if (this.#known.size >= mostCertificates) this.#known.clear();
    this.#known.set(url.href, { key: certificate.publicKey, endsAt });
    return certificate.publicKey;
  }
}

async function fetchCertificate(url: URL): Promise<X509Certificate> {
  let text: string;
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(5000) });
    if (answer.status >= 400 && answer.status < 500) throw new EventRefused("no such certificate");
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    text = (await answer.text()).slice(0, longest);
  } catch (cause) {
    if (cause instanceof EventRefused) throw cause;
    // PayPal sends the event again.
    throw new GatewayError("PayPal's certificate could not be fetched.", { isFinal: false, cause });
  }
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new EventRefused("no certificate", { cause });
  }
}
