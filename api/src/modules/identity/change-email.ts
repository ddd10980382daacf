import { audit } from "../../platform/audit/record.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { failure } from "./errors.ts";
import { MailLink } from "./models/mail-link.ts";
import { Member } from "./models/member.ts";

/** Gives a member the address whose mailbox they read, and has the reader of the one before told. Links to the one before end. */
export async function changeEmail(scope: Scope, { id: linkId, memberId, email }: MailLink): Promise<void> {
  const member = await scope.query(Member).findOne({ id: memberId }).forUpdate();
  if (!member || member.status !== "active" || member.externalId !== null)
    throw failure("identity.link_gone");
  const taken = await scope.query(Member).where({ email }).resultSize();
  if (taken > 0) throw failure("identity.email_taken");
  await scope.query(Member).where({ id: memberId }).patch({ email, emailVerifiedAt: scope.now });
  await scope.query(MailLink).where({ id: linkId }).patch({ formerEmail: member.email });
  await scope.query(MailLink).where({ memberId }).whereNull("usedAt").delete();
  await audit(scope, { action: "identity.change_email", entity: { kind: "member", id: memberId } });
  await announce(scope, "identity.email_changed", { linkId });
  await announce(scope, "member.changed", { memberId, at: scope.now });
}
