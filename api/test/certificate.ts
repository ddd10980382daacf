import { type KeyObject, sign } from "node:crypto";

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);

// sha256WithRSAEncryption and commonName, by their object identifiers.
const algorithm = sequence(der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05));
const named = (name: string) =>
  sequence(der(0x31, sequence(der(0x06, Buffer.from("550403", "hex")), der(0x0c, Buffer.from(name)))));
const utcTime = (at: Date) =>
  der(
    0x17,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\..*$/g, "")
        .slice(2)}Z`,
    ),
  );

/** A certificate of an RSA key, signed by itself (RFC 5280), as PEM. */
export function selfSigned(keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }): string {
  const year = 365 * 24 * 3_600_000;
  const body = sequence(
    der(0x02, Buffer.from([1])),
    algorithm,
    named("sns.amazonaws.com"),
    sequence(utcTime(new Date(Date.now() - year)), utcTime(new Date(Date.now() + year))),
    named("sns.amazonaws.com"),
    keys.publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = sign("sha256", body, keys.privateKey);
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
