import { type Scope } from "../../platform/scope/scope.ts";
import { MailSuppression } from "./models/mail-suppression.ts";
import { keepPhone } from "./phone/keep-phone.ts";

/** An address that gets no more mails; answers its row's id. */
export async function buildSuppression(scope: Scope, address: string): Promise<string> {
  const row = { address, reason: "bounce", detail: "550 No such mailbox", source: "smtp" } as const;
  const { id } = await scope.query(MailSuppression).insert(row);
  return id;
}

/** A number a member has shown to be theirs. */
export const buildPhone = (scope: Scope, memberId: string, phone: string): Promise<void> =>
  keepPhone(scope, memberId, phone);
