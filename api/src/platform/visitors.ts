import { wallClock } from "./clock.ts";
import { ProofOfWork } from "./http/proof-of-work.ts";
import { type VisitorDesk } from "./rpc/dispatcher.ts";
import { type Tenant } from "./scope/tenant.ts";
import { signerFor, signToken, verifyToken } from "./secrets.ts";

const purpose = "visitor";
const lifetimeMs = 180 * 86_400_000;

/** The visitor a token stands for; null when it was not issued for this tenant, was altered or has expired. */
export function readVisitorToken(token: string, tenantId: string): string | null {
  const signed = verifyToken(purpose, token, wallClock());
  return signed && signed.tenantId === tenantId ? signed.subject : null;
}

/** Issues visitor tokens, which last half a year, against a proof of work of so many bits; 0 asks for none. */
export function visitorDesk(proofBits: number): VisitorDesk {
  const proofs = new ProofOfWork(signerFor("proof of work"), proofBits);
  return {
    issue: (tenant: Tenant, visitorId: string) =>
      signToken(purpose, {
        tenantId: tenant.id,
        subject: visitorId,
        expiresAt: new Date(wallClock().getTime() + lifetimeMs),
      }),
    checkProof: (tenant, proof, now) => {
      if (proofBits > 0) proofs.check(tenant.id, proof, now);
    },
  };
}
