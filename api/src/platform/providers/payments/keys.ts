import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";

/** What stands between the lines of PEM, or base64 alone. A form's field may have taken the line breaks out. */
const derOf = (text: string): Buffer =>
  Buffer.from(text.replaceAll(/-----(BEGIN|END) [A-Z ]+-----|\s/g, ""), "base64");

/** A private RSA key as vendors hand it out: PEM, or its base64 alone, in either of the two usual forms. Throws for anything else. */
export function readPrivateKey(text: string): KeyObject {
  const key = derOf(text);
  return rsa(
    firstOf(
      () => createPrivateKey({ key, format: "der", type: "pkcs8" }),
      () => createPrivateKey({ key, format: "der", type: "pkcs1" }),
    ),
  );
}

/** A public RSA key, as PEM, as a certificate, or as the base64 of one of them. Throws for anything else. */
export function readPublicKey(text: string): KeyObject {
  const key = derOf(text);
  return rsa(
    firstOf(
      () => createPublicKey({ key, format: "der", type: "spki" }),
      () => new X509Certificate(key).publicKey,
    ),
  );
}

function firstOf(first: () => KeyObject, second: () => KeyObject): KeyObject {
  try {
    return first();
  } catch {
    return second();
  }
}

function rsa(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== "rsa") throw new TypeError("not an RSA key");
  return key;
}

/** A private key as PEM of PKCS#8. */
export const privatePem = (key: KeyObject): string =>
  key.export({ type: "pkcs8", format: "pem" }).toString().trim();

/** A public key as PEM. */
export const publicPem = (key: KeyObject): string =>
  key.export({ type: "spki", format: "pem" }).toString().trim();
