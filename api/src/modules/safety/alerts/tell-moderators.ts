import { z } from "zod";
import { adminPage } from "../../../platform/admin-address.ts";
import { isAttemptLeft } from "../../../platform/attempts.ts";
import { StoredFile } from "../../../platform/files/stored-file.ts";
import { type Job, job, threePartJob } from "../../../platform/jobs/job.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { layOutMail } from "../../../platform/providers/mail/layout.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { accountLocale, colleaguesWith, nameMembers, readAccount } from "../../identity/index.ts";
import { mailBrandOf, mailSenderName, productName } from "../../tenancy/index.ts";
import { infectedTexts } from "./texts.ts";

declare global {
  interface DomainEvents {
    /** Somebody who moderates is to be mailed that malware was found in an upload. */
    "safety.moderator_alerted": { fileId: string; accountId: string };
  }
}

export const alertedFact = z.object({ fileId: z.uuid(), accountId: z.uuid() });

/** Turns one infected upload into a mail for each of those who moderate; someone who uploads many does not fill their mailboxes. */
export const alertModerators: Job = job({
  name: "safety.alert_moderators",
  on: ["file.quarantined"],
  payload: z.object({ fileId: z.uuid() }),
  async run(scope, { fileId }) {
    const limit = { what: "safety.alert_moderators", who: scope.tenant.id, times: 20, minutes: 60 };
    if (!(await isAttemptLeft(scope, limit))) return;
    for (const accountId of await colleaguesWith(scope, "safety.moderate")) {
      await announce(scope, "safety.moderator_alerted", { fileId, accountId });
    }
  },
});

interface PreparedAlert {
  readonly tenant: Tenant;
  readonly mail: Mail;
}

export const mailAlert: Job = threePartJob({
  name: "safety.mail_alert",
  on: ["safety.moderator_alerted"],
  payload: alertedFact,
  attempts: 5,
  async prepare(scope, { fileId, accountId }): Promise<PreparedAlert | null> {
    const file = await scope.query(StoredFile).findOne({ id: fileId, state: "infected", discardedAt: null });
    const account = await readAccount(scope, accountId);
    // Looked at and deleted meanwhile.
    if (!file || account?.status !== "active") return null;
    const { tenant } = scope;
    const locale = accountLocale(account.locale);
    const texts = infectedTexts[locale];
    const page = adminPage("/moderation/files");
    const content = layOutMail(
      {
        locale,
        subject: texts.subject(productName(tenant)),
        intro: texts.intro(productName(tenant)),
        facts: [
          [texts.file, file.name],
          [texts.finding, file.finding ?? ""],
          [texts.sender, await senderOf(scope, file, texts)],
        ],
        actions: page ? [{ label: texts.button, url: page.href }] : [],
        ending: texts.ending,
      },
      mailBrandOf(tenant),
    );
    const to = { address: account.email, name: account.name };
    return { tenant, mail: { to, ...content, key: `safety.infected ${fileId} ${accountId}` } };
  },
  call: ({ tenant, mail }, { signal }) =>
    sendMail(mail, { tenant, fromName: mailSenderName(tenant), signal }),
  finish: async () => {},
});

async function senderOf(
  scope: Scope,
  { ownerKind, ownerId }: StoredFile,
  texts: (typeof infectedTexts)["en"],
): Promise<string> {
  if (ownerKind !== "member") return texts.senders[ownerKind];
  const names = await nameMembers(scope, [ownerId]);
  return names.get(ownerId) ?? texts.senders.visitor;
}
