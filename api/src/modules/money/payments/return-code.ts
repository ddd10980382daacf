import { wallClock } from "../../../platform/clock.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { signToken, verifyToken } from "../../../platform/secrets.ts";
import { failure } from "../errors.ts";
import { Payment } from "../models/payment.ts";

const purpose = "money.return";

/** The parameter of the way back that carries the code. */
const returnParameter = "tessera_return";

/** Where a payer comes back to. The same each time it is asked for, because a gateway compares repeated commands. */
export function returnUrlOf(tenant: Tenant, { id, returnUrl, returnCodeUntil }: Payment): string {
  const url = new URL(returnUrl);
  const code = signToken(purpose, { tenantId: tenant.id, subject: id, expiresAt: returnCodeUntil });
  url.searchParams.set(returnParameter, code);
  return url.href;
}

/** The payment a code from the way back stands for. A code opens it once, within a day; afterwards it is refused. */
export async function redeemReturnCode(scope: Scope, code: string): Promise<Payment> {
  const signed = verifyToken(purpose, code, wallClock());
  if (!signed || signed.tenantId !== scope.tenant.id) throw failure("money.return_code_invalid");
  const [payment] = await scope
    .query(Payment)
    .where({ id: signed.subject })
    .whereNull("returnedAt")
    .patch({ returnedAt: scope.now })
    .returning("*");
  if (!payment) throw failure("money.return_code_invalid");
  return payment;
}
