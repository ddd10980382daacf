import { createECDH } from "node:crypto";
import { buildSuppression } from "../../src/modules/notifications/testing.ts";
import { type Tenant } from "../../src/platform/scope/tenant.ts";
import { type TestHouse } from "../house.ts";

/** A browser that takes pushes: an address of its own and keys that are real. */
export function browser(name: string) {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return {
    endpoint: `https://push.example.com/${encodeURIComponent(name)}`,
    publicKey: ecdh.getPublicKey("base64url"),
    authSecret: Buffer.alloc(16, 7).toString("base64url"),
    device: "Firefox",
  };
}

/** Two addresses of a site that get no more mails; answers their rows' ids. */
export const suppressions = (house: TestHouse, tenant: Tenant, word: string): Promise<string[]> =>
  house.within(tenant, async (scope) => [
    await buildSuppression(scope, `gone@${word}.example`),
    await buildSuppression(scope, `lost@${word}.example`),
  ]);
