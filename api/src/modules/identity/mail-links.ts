import { wallClock } from "../../platform/clock.ts";
import { newId, randomToken, tokenHash } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { seal } from "../../platform/secrets.ts";
import { days, hours, plus } from "../../platform/time.ts";
import { failure } from "./errors.ts";
import { type Member } from "./models/member.ts";
import { type LinkPurpose, MailLink } from "./models/mail-link.ts";
import { pageForMails } from "./page-for-mails.ts";

const lifetimes: Readonly<Record<LinkPurpose, number>> = {
  verify_email: days(3),
  reset_password: hours(1),
  change_email: hours(24),
};

/** How many links of a purpose a member gets within an hour; more would only fill the mailbox. */
const linksPerHour = 5;

export const linkBinding = (tenantId: string, linkId: string) => ({
  tenantId,
  purpose: "identity.mail_link",
  subject: linkId,
});

/** Makes a link that proves the member reads a mailbox, and has it mailed there. Beyond five in an hour it silently makes none. */
export async function requestMailLink(
  scope: Scope,
  member: Pick<Member, "id" | "email">,
  { purpose, pageUrl }: { readonly purpose: LinkPurpose; readonly pageUrl: string | undefined },
): Promise<void> {
  const requestedAt = wallClock();
  const page = pageForMails(scope, pageUrl);
  const recent = await scope
    .query(MailLink)
    .where({ memberId: member.id, purpose })
    .where("requestedAt", ">", plus(requestedAt, -hours(1)))
    .resultSize();
  if (recent >= linksPerHour) return;
  const id = newId(requestedAt);
  const token = randomToken();
  await scope.query(MailLink).insert({
    id,
    memberId: member.id,
    purpose,
    email: member.email,
    hash: tokenHash(token),
    sealedToken: seal(token, linkBinding(scope.tenant.id, id)),
    pageUrl: page,
    requestedAt,
    expiresAt: plus(requestedAt, lifetimes[purpose]),
  });
  await announce(scope, "identity.link_requested", { linkId: id });
}

/** Uses a link up and answers it. Refuses with `identity.link_gone` when it is unknown, too old or used. */
export async function useMailLink(
  scope: Scope,
  token: string,
  ...purposes: readonly LinkPurpose[]
): Promise<MailLink> {
  const usedAt = wallClock();
  const link = await findMailLink(scope, token, ...purposes);
  const used = await scope.query(MailLink).where({ id: link.id }).whereNull("usedAt").patch({ usedAt });
  if (used === 0) throw failure("identity.link_gone");
  return link;
}

/** A link that still works. Refuses like `useMailLink`. */
export async function findMailLink(
  scope: Scope,
  token: string,
  ...purposes: readonly LinkPurpose[]
): Promise<MailLink> {
  const link = await scope
    .query(MailLink)
    .findOne({ hash: tokenHash(token) })
    .whereIn("purpose", [...purposes]);
  if (!link || link.usedAt || link.expiresAt <= wallClock()) throw failure("identity.link_gone");
  return link;
}
