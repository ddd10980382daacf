import { adminPage } from "../../platform/admin-address.ts";
import { wallClock } from "../../platform/clock.ts";
import { type Job, threePartJob } from "../../platform/jobs/job.ts";
import { sendMail } from "../../platform/providers/mail/for-tenant.ts";
import { type Mail } from "../../platform/providers/mail/port.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { open } from "../../platform/secrets.ts";
import { localeFor, mailSenderName } from "../tenancy/index.ts";
import { codeBinding } from "./codes.ts";
import { codeFact, invitationFact, linkFact } from "./events.ts";
import { linkBinding } from "./mail-links.ts";
import { renderMail } from "./mails/render.ts";
import { MailLink, type LinkPurpose } from "./models/mail-link.ts";
import { Member } from "./models/member.ts";
import { SignInCode } from "./models/sign-in-code.ts";
import { Membership } from "./models/membership.ts";
import { hintAtEmail } from "./rules/email.ts";
import { accountLocale } from "./staff/account-locale.ts";
import { readAccount } from "./staff/accounts.ts";
import { invitationBinding, openInvitations } from "./staff/invitations/issue-link.ts";
import { TeamInvitation } from "./models/team-invitation.ts";

interface PreparedMail {
  readonly tenant: Tenant;
  readonly mail: Mail;
  /** The row whose secret is forgotten once it was mailed. */
  readonly rowId: string;
}

/** After as many a mail counts as failed, and the team is told. */
const mailAttempts = 5;

const send = ({ tenant, mail }: PreparedMail, { signal }: { signal: AbortSignal }): Promise<string> =>
  sendMail(mail, { tenant, fromName: mailSenderName(tenant), signal });

export const sendCode: Job = threePartJob({
  name: "identity.send_code",
  isUrgent: true,
  payload: codeFact,
  on: ["identity.code_requested"],
  attempts: mailAttempts,
  async prepare(scope, { codeId }): Promise<PreparedMail | null> {
    const { tenant } = scope;
    const code = await scope.query(SignInCode).findOne({ id: codeId });
    if (!code?.sealedCode || code.endedAt || code.expiresAt <= wallClock()) return null;
    const member = await scope.query(Member).findOne({ email: code.email });
    const mail = renderMail("code", {
      tenant,
      locale: localeFor(tenant, code.locale),
      to: { address: code.email, name: member?.name ?? "" },
      subject: { code: open(code.sealedCode, codeBinding(tenant.id, codeId)) },
      key: `identity.code ${codeId}`,
    });
    return { tenant, mail, rowId: codeId };
  },
  call: send,
  async finish(scope, { rowId }) {
    await scope.query(SignInCode).where({ id: rowId }).patch({ sealedCode: null });
  },
});

// After the `#`, which no server and no referrer ever sees.
const anchors: Readonly<Record<LinkPurpose, string>> = {
  verify_email: "tessera-verify",
  reset_password: "tessera-reset",
  change_email: "tessera-verify",
};

export const sendLink: Job = threePartJob({
  name: "identity.send_link",
  isUrgent: true,
  payload: linkFact,
  on: ["identity.link_requested"],
  attempts: mailAttempts,
  async prepare(scope, { linkId }): Promise<PreparedMail | null> {
    const { tenant } = scope;
    const link = await scope.query(MailLink).findOne({ id: linkId });
    if (!link?.sealedToken || link.usedAt || link.expiresAt <= wallClock()) return null;
    const member = await scope.query(Member).findOne({ id: link.memberId });
    if (!member) return null;
    const url = new URL(link.pageUrl);
    url.hash = `${anchors[link.purpose]}=${open(link.sealedToken, linkBinding(tenant.id, linkId))}`;
    const mail = renderMail(link.purpose, {
      tenant,
      locale: localeFor(tenant, member.locale),
      to: { address: link.email, name: member.name },
      subject: { link: url.href },
      key: `identity.link ${linkId}`,
    });
    return { tenant, mail, rowId: linkId };
  },
  call: send,
  async finish(scope, { rowId }) {
    await scope.query(MailLink).where({ id: rowId }).patch({ sealedToken: null });
  },
});

export const tellFormerAddress: Job = threePartJob({
  name: "identity.tell_former_address",
  payload: linkFact,
  on: ["identity.email_changed"],
  attempts: mailAttempts,
  async prepare(scope, { linkId }): Promise<PreparedMail | null> {
    const { tenant } = scope;
    const link = await scope.query(MailLink).findOne({ id: linkId });
    const member = link && (await scope.query(Member).findOne({ id: link.memberId }));
    if (!link?.formerEmail || !member) return null;
    const mail = renderMail("email_changed", {
      tenant,
      locale: localeFor(tenant, member.locale),
      to: { address: link.formerEmail, name: member.name },
      subject: { told: hintAtEmail(link.email) },
      key: `identity.email_changed ${linkId}`,
    });
    return { tenant, mail, rowId: linkId };
  },
  call: send,
  finish: async () => {},
});

export const sendInvitation: Job = threePartJob({
  name: "identity.send_invitation",
  payload: invitationFact,
  on: ["identity.invitation_sent"],
  attempts: mailAttempts,
  async prepare(scope, { invitationId }): Promise<PreparedMail | null> {
    const { tenant } = scope;
    const invitation = await openInvitations(scope).findOne({ id: invitationId });
    const page = adminPage("/invitation");
    if (!invitation?.sealedToken || invitation.expiresAt <= wallClock() || !page) return null;
    const inviter = await readAccount(scope, invitation.invitedBy);
    page.hash = open(invitation.sealedToken, invitationBinding(tenant.id, invitationId));
    const mail = renderMail("team_invitation", {
      tenant,
      locale: accountLocale(invitation.locale),
      to: { address: invitation.email, name: "" },
      subject: { link: page.href, told: inviter?.name ?? "" },
      key: `identity.invitation ${invitationId} ${invitation.sentAt.getTime()}`,
    });
    return { tenant, mail, rowId: invitationId };
  },
  call: send,
  async finish(scope, { rowId, mail }) {
    const { sealedToken, sentAt } = (await openInvitations(scope).findOne({ id: rowId })) ?? {};
    // Sent again meanwhile: the newer link waits for its own mail.
    if (!sealedToken || !mail.key.endsWith(` ${sentAt?.getTime()}`)) return;
    await scope.query(TeamInvitation).where({ id: rowId }).patch({ sealedToken: null });
  },
});

export const tellInviter: Job = threePartJob({
  name: "identity.tell_inviter",
  payload: invitationFact,
  on: ["identity.invitation_accepted"],
  attempts: mailAttempts,
  async prepare(scope, { invitationId }): Promise<PreparedMail | null> {
    const { tenant } = scope;
    const invitation = await scope.query(TeamInvitation).findOne({ id: invitationId });
    if (!invitation?.acceptedBy) return null;
    // Who left the team hears no more of it.
    const isColleague = await scope.query(Membership).findOne({ accountId: invitation.invitedBy });
    const inviter = isColleague && (await readAccount(scope, invitation.invitedBy));
    const joined = await readAccount(scope, invitation.acceptedBy);
    if (!inviter || !joined) return null;
    const mail = renderMail("invitation_accepted", {
      tenant,
      locale: accountLocale(inviter.locale),
      to: { address: inviter.email, name: inviter.name },
      subject: { told: `${joined.name} (${joined.email})` },
      key: `identity.invitation_accepted ${invitationId}`,
    });
    return { tenant, mail, rowId: invitationId };
  },
  call: send,
  finish: async () => {},
});
