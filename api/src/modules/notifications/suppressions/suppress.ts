import { newId } from "../../../platform/ids.ts";
import { headerText } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { MailSuppression } from "../models/mail-suppression.ts";

/** Why an address is to get no more mails, and who said so. */
export type Suppression = Pick<MailSuppression, "address" | "reason" | "detail" | "source">;

/** Whether an address gets no more mails. */
export async function isSuppressed(scope: Scope, address: string): Promise<boolean> {
  const rows = await scope.read`
    select 1 from ${MailSuppression} s where address = ${address.toLowerCase()}`;
  return rows.length > 0;
}

/** Sends an address no more mails. Told again, the first reason stays. */
export async function suppress(
  scope: Scope,
  { address, reason, detail, source }: Suppression,
): Promise<void> {
  await scope.sql`
    insert into mail_suppressions (tenant_id, id, address, reason, detail, source, created_at, updated_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${address.toLowerCase()}, ${reason},
      ${headerText(detail).slice(0, 300)}, ${source}, ${scope.now}, ${scope.now})
    on conflict (tenant_id, address) do nothing`;
}
