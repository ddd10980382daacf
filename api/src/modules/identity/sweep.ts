import { z } from "zod";
import { wallClock } from "../../platform/clock.ts";
import { forgetCapturedMails } from "../../platform/providers/mail/local.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { setTimer, timer } from "../../platform/timers/timer.ts";
import { days, plus } from "../../platform/time.ts";
import { MailLink } from "./models/mail-link.ts";
import { Session } from "./models/session.ts";
import { SignInCode } from "./models/sign-in-code.ts";
import { TeamInvitation } from "./models/team-invitation.ts";

const name = "identity.sweep";

/** Days after which rows of a kind are deleted by themselves. */
export const retentionDays = {
  sessions: 30,
  codes: 1,
  mailLinks: 7,
  teamInvitations: 30,
  exchangedTokens: 0,
  capturedMails: 30,
} as const;

/** Sets the daily deletion of what has ended in the scope's tenant. */
export const scheduleSweep = (scope: Scope, dueAt: Date): Promise<void> =>
  setTimer(scope, { name, subjectId: scope.tenant.id, dueAt });

export const sweep = timer({
  name,
  payload: z.object({}),
  async run(scope, { dueAt }) {
    await deleteEnded(scope);
    await scheduleSweep(scope, plus(dueAt, days(1)));
  },
});

/** Deletes sessions, codes, links, invitations and used-up tokens that ended long enough ago. Their times are wall clock, in sandboxes too. */
async function deleteEnded(scope: Scope): Promise<void> {
  const now = wallClock();
  const before = (kind: keyof typeof retentionDays) => plus(now, -days(retentionDays[kind]));
  await scope.query(Session).where("expiresAt", "<", before("sessions")).delete();
  await scope.query(Session).where("endedAt", "<", before("sessions")).delete();
  await scope.query(SignInCode).where("requestedAt", "<", before("codes")).delete();
  await scope.query(MailLink).where("requestedAt", "<", before("mailLinks")).delete();
  await scope.query(TeamInvitation).where("expiresAt", "<", before("teamInvitations")).delete();
  await forgetCapturedMails(scope, { before: before("capturedMails") });
  await scope.sql`
    delete from exchanged_tokens where tenant_id = ${scope.tenant.id} and expires_at < ${before("exchangedTokens")}`;
}
