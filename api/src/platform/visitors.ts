import { wallClock } from "./clock.ts";
import { derivedId } from "./ids.ts";
import { checkNewcomer } from "./providers/captcha/for-tenant.ts";
import { ProofOfWork } from "./providers/captcha/local.ts";
import { type VisitorDesk } from "./rpc/dispatcher.ts";
import { type Tenant } from "./scope/tenant.ts";
import { signerFor, signToken, verifyToken } from "./secrets.ts";

const purpose = "visitor";
// 128 random bits of the page: whoever holds them is their owner, as with a token, and nobody else finds them.
const secretShape = /^new\.[0-9a-f]{32}$/;
const lifetimeMs = 180 * 86_400_000;

/** The visitor a token stands for; null when it was not issued for this tenant, was altered or has expired. */
export function readVisitorToken(token: string, tenantId: string): string | null {
  const signed = verifyToken(purpose, token, wallClock());
  return signed && signed.tenantId === tenantId ? signed.subject : null;
}

/** Issues visitor tokens, which last half a year, against a proof of work of so many bits or the tenant's captcha; 0 asks for neither. */
export function visitorDesk(proofBits: number): VisitorDesk {
  const work = new ProofOfWork(signerFor("proof of work"), proofBits);
  const secrets = signerFor("visitor secret");
  return {
    // A first answer that was lost is asked for again with the same secret: the repeat is the same visitor's.
    idOf: (tenant, sent) =>
      sent !== null && secretShape.test(sent) ? derivedId(secrets.sign(`${tenant.id}.${sent}`)) : null,
    issue: (tenant: Tenant, visitorId: string) =>
      signToken(purpose, {
        tenantId: tenant.id,
        subject: visitorId,
        expiresAt: new Date(wallClock().getTime() + lifetimeMs),
      }),
    checkProof: async (tenant, { visitorId, procedure, origin }, proof) => {
      if (proofBits === 0) return;
      const newcomer = {
        tenantId: tenant.id,
        visitorId,
        action: procedure.replaceAll(".", "_"),
        hostname: origin === null ? null : new URL(origin).hostname,
        now: wallClock(),
      };
      await checkNewcomer(work, tenant, newcomer, proof);
    },
  };
}
