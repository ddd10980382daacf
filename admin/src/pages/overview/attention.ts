import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Desk } from "../../base/desk.ts";
import { icon } from "../../base/icon.ts";
import { moment } from "../../parts/moment.ts";
import { overviewVoice, taskText } from "./texts.ts";

type Attention = Contract["insights"]["getOverview"]["output"]["attention"];

/** Where the API stops counting. */
const many = 100;

type Task = NonNullable<Attention["tasks"]>[number];

/** Tasks about a job that can be run again, as the API knows them. */
const retriable: readonly string[] = ["jobs.failed", "jobs.quarantined"];

/** What waits for somebody of the team, with the way there; `retry` is null for those who may not have a job run again. */
export function attentionCard(
  desk: Desk,
  attention: Attention,
  retry: ((task: Task) => void) | null,
): TemplateResult {
  const say = overviewVoice(desk);
  const number = (count: number) => new Intl.NumberFormat(desk.language).format(count);
  const counts = [
    { name: "failedDeliveries", count: attention.failedDeliveries, href: "/webhooks?state=failed" },
    { name: "failedMails", count: attention.failedMails, href: "/mails?state=failed" },
    {
      name: "waitingApplications",
      count: attention.waitingApplications,
      href: "/applications?state=applied",
    },
    { name: "waitingGigs", count: attention.waitingGigs, href: "/gigs?moderation=pending&sort=submittedAt" },
    {
      name: "waitingPayouts",
      count: attention.waitingPayouts,
      href: "/payouts?state=requested&sort=createdAt",
    },
    { name: "quarantinedFiles", count: attention.quarantinedFiles, href: "/moderation/files" },
  ] as const;
  const waiting = counts.filter(({ count }) => count !== null && count > 0);
  const tasks = attention.tasks ?? [];
  return html`<section class="card" aria-labelledby="attention-title">
    <h2 id="attention-title">${say("attention")}</h2>
    ${
      waiting.length === 0 && tasks.length === 0
        ? html`<p class="quiet fine">${icon("tick")}${say("nothing")}</p>`
        : nothing
    }
    ${
      waiting.length === 0
        ? nothing
        : html`<ul class="counts">
            ${waiting.map(
              ({ name, count, href }) =>
                html`<li>
                  <a href=${href}>
                    <strong
                      >${count !== null && count >= many ? say("many", { count: number(many) }) : number(count ?? 0)}</strong
                    >
                    <span>${say(name)}</span>
                  </a>
                </li>`,
            )}
          </ul>`
    }
    ${
      tasks.length === 0
        ? nothing
        : html`<h3>${say("tasks")}</h3>
            <ul class="lines">
              ${tasks.map(
                (task) =>
                  html`<li class="row apart">
                    <span>${icon("warning")}${taskText(say, task.kind)}</span>
                    <span class="row">
                      <span class="quiet">${moment(desk, task.openedAt)}</span>
                      ${
                        retry && retriable.includes(task.kind)
                          ? html`<button
                              type="button"
                              class="quiet-button"
                              aria-label="${say("retry")}: ${taskText(say, task.kind)}"
                              @click=${() => retry(task)}
                            >
                              ${say("retry")}
                            </button>`
                          : nothing
                      }
                    </span>
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}
