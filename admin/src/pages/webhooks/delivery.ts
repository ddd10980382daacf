import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { webhooksVoice } from "./texts.ts";

type Delivery = Contract["integrations"]["getDelivery"]["output"];

const colours = { pending: "waiting-chip", delivered: "good", failed: "bad", cancelled: "" } as const;

/** A delivery's state with its colour. */
export const deliveryChip = (desk: Desk, state: Delivery["state"]): TemplateResult =>
  html`<span class="chip ${colours[state]}">${webhooksVoice(desk)(state)}</span>`;

/** One webhook that was sent: its body, and what came back each time. */
export class AdminDelivery extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) deliveryId!: string;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Delivery>(
    this,
    () => this.desk,
    ({ client }, options) => client.integrations.getDelivery({ id: this.deliveryId }, options),
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/webhooks">${webhooksVoice(this.desk)("back")}</a></p>
      ${this.seen.show((delivery) => this.content(delivery))} ${this.dialog.show()}
    </div>`;
  }

  private content(delivery: Delivery): TemplateResult {
    const { desk } = this;
    const say = webhooksVoice(desk);
    return html`<div class="row apart">
        <h1>${say("delivery", { event: delivery.eventName })}</h1>
        ${deliveryChip(desk, delivery.state)}
      </div>
      ${facts([
        [say("happened"), moment(desk, delivery.happenedAt)],
        [say("next"), moment(desk, delivery.nextAttemptAt)],
      ])}
      ${
        may(desk, "integrations.webhooks")
          ? html`<p>
              <button type="button" class="button" @click=${() => this.replay(delivery.id)}>
                ${say("replayOne")}
              </button>
            </p>`
          : nothing
      }
      <section class="card" aria-labelledby="body-title">
        <h2 id="body-title">${say("body")}</h2>
        ${
          delivery.body === null
            ? html`<p class="quiet">${say("noBody")}</p>`
            : html`<pre dir="ltr" tabindex="0"><code>${readable(delivery.body)}</code></pre>`
        }
      </section>
      <section class="card" aria-labelledby="attempts-title">
        <h2 id="attempts-title">${say("attempts")}</h2>
        ${delivery.attemptList.map((attempt) => this.attempt(attempt))}
      </section>`;
  }

  private attempt({
    number,
    status,
    failure,
    milliseconds,
    response,
    at,
  }: Delivery["attemptList"][number]): TemplateResult {
    const say = webhooksVoice(this.desk);
    return html`<article class="entry">
      <div class="row apart">
        <h3>${say("attempt", { number })}</h3>
        <span class="chip ${failure === null ? "good" : "bad"}">${status ?? say("noAnswer")}</span>
        <span class="quiet">${moment(this.desk, at)} · ${say("milliseconds", { count: milliseconds })}</span>
      </div>
      ${failure === null ? nothing : html`<p class="problem">${say(failure)}</p>`}
      ${response === "" ? nothing : html`<pre dir="ltr" tabindex="0"><code>${response}</code></pre>`}
    </article>`;
  }

  private replay(id: string): void {
    const say = webhooksVoice(this.desk);
    this.dialog.ask({
      title: say("replayOne"),
      lead: say("replayOneLead"),
      submit: say("replayOne"),
      run: async () => {
        await this.desk.client.integrations.replayDelivery({ id });
        this.seen.reload();
        return undefined;
      },
    });
  }
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
