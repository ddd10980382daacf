import { type Mail } from "../providers/mail/port.ts";
import { parseAddress, sendMail } from "../providers/mail/for-tenant.ts";
import { noTenant } from "../scope/tenant.ts";
import { type AlertRule, written } from "./rules.ts";

/** Whom alerts are told; nobody unless configured. */
export interface AlertTargets {
  readonly webhookUrl: string | null;
  readonly mailTo: string | null;
}

/** One thing to tell of an incident: that it began, or that it is over. */
export interface AlertNews {
  readonly id: string;
  readonly rule: AlertRule;
  readonly state: "firing" | "resolved";
  /** As measured when it began. */
  readonly value: number;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

const DEADLINE_MS = 5000;

/** Tells all targets. Throws when one of them did not take it, so that it is told again later. */
export async function tellAlert({ webhookUrl, mailTo }: AlertTargets, news: AlertNews): Promise<void> {
  const told = await Promise.allSettled([
    ...(webhookUrl === null ? [] : [post(webhookUrl, news)]),
    ...(mailTo === null ? [] : [mail(mailTo, news)]),
  ]);
  const failed = told.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason as Error;
}

/** One line that says everything; chat programs with incoming webhooks show a field of this name. */
function sentenceOf({ rule, state, value }: AlertNews): string {
  const measured = written(value, rule.unit);
  return state === "firing" ? `Tessera: ${rule.sentence(measured)}` : `Tessera: over again, ${rule.name}.`;
}

async function post(url: string, news: AlertNews): Promise<void> {
  const { id, rule, state, value, openedAt, endedAt } = news;
  const { name, unit, threshold } = rule;
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      text: sentenceOf(news),
      alert: { id, rule: name, state, value, threshold, unit, openedAt, endedAt },
    }),
    redirect: "error",
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The alert webhook answered ${answer.status}.`);
}

async function mail(to: string, news: AlertNews): Promise<void> {
  const text = sentenceOf(news);
  const message: Mail = {
    to: parseAddress(to),
    subject: `${news.state === "firing" ? "Alert" : "Over"}: ${news.rule.name}`,
    text: `${text}\n\nSince ${news.openedAt.toISOString()}.\n`,
    html: `<p>${text}</p><p>Since ${news.openedAt.toISOString()}.</p>`,
    key: `alert-${news.id}-${news.state}`,
  };
  await sendMail(message, { tenant: noTenant, fromName: "", signal: AbortSignal.timeout(DEADLINE_MS) });
}
