import { type PersonalData } from "../../platform/module.ts";
import { forgetCapturedMails } from "../../platform/providers/mail/local.ts";
import { releaseLimit } from "../tenancy/index.ts";
import { readMe } from "./get-me.ts";
import { lockMember } from "./lock-member.ts";
import { MailLink } from "./models/mail-link.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { Session } from "./models/session.ts";
import { SignInCode } from "./models/sign-in-code.ts";
import { presentDevice, presentMe, type ShownSession } from "./present.ts";
import { endSessions } from "./sessions.ts";
import { retentionDays } from "./sweep.ts";

/** What identity holds about a member: who they are and where they are signed in. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const sessions = await scope.read<ShownSession>`
      select id, user_agent, ip, origin, started_at, seen_at from ${Session} s
      where member_id = ${memberId} order by started_at`;
    return {
      member: presentMe(scope, await readMe(scope, memberId)),
      sessions: sessions.map((session) => presentDevice(session, null)),
    };
  },
  async erase(scope, memberId) {
    const { email, erasedAt } = await lockMember(scope, memberId);
    await endSessions(scope, { memberId }, "deactivated");
    await scope.query(Session).where({ memberId }).delete();
    await scope.query(MemberPassword).where({ memberId }).delete();
    const links = await scope.query(MailLink).where({ memberId }).delete().returning("*");
    await scope.query(SignInCode).where({ email }).delete();
    const addresses = new Set([email, ...links.flatMap((link) => [link.email, link.formerEmail ?? email])]);
    for (const to of addresses) await forgetCapturedMails(scope, { to });
    // The row stays: orders and the ledger point at it. RFC 2606 keeps .invalid from ever being an address.
    await scope
      .query(Member)
      .where({ id: memberId })
      .patch({
        email: `${memberId}@erased.invalid`,
        emailVerifiedAt: null,
        externalId: null,
        name: "",
        locale: null,
        timeZone: null,
        preferences: {},
        status: "deactivated",
        suspendedUntil: null,
        erasedAt: scope.now,
      });
    if (erasedAt === null) await releaseLimit(scope, "identity.members");
  },
  blockers: async () => [],
  retentionDays,
};
