import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { selfSigned } from "../../../../test/certificate.ts";
import { privatePem, publicPem, readPrivateKey, readPublicKey } from "./keys.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, "");

test("private keys as vendors hand them out", () => {
  const wanted = privatePem(rsa.privateKey);
  for (const type of ["pkcs8", "pkcs1"] as const) {
    const pem = rsa.privateKey.export({ type, format: "pem" }).toString();
    const base64 = rsa.privateKey.export({ type, format: "der" }).toString("base64");
    for (const text of [pem, oneLine(pem), base64, ` ${base64.slice(0, 64)}\r\n${base64.slice(64)} `])
      assert.equal(privatePem(readPrivateKey(text)), wanted);
  }
});

test("public keys and certificates", () => {
  const wanted = publicPem(rsa.publicKey);
  const base64 = rsa.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  for (const text of [wanted, oneLine(wanted), base64, selfSigned(rsa)])
    assert.equal(publicPem(readPublicKey(text)), wanted);
});

test("what is no such key is refused", () => {
  const other = elliptic.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  for (const text of ["", "key", other, publicPem(rsa.publicKey)])
    assert.throws(() => readPrivateKey(text), text);
  // A private key pasted into the wrong field would be stored in the open.
  for (const text of ["", privatePem(rsa.privateKey)]) assert.throws(() => readPublicKey(text), text);
});
