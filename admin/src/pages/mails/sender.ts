import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { facts } from "../../parts/facts.ts";
import { mailsVoice } from "./texts.ts";

type Sender = Contract["notifications"]["checkSender"]["output"];

const colours = { found: "good", missing: "bad", broken: "bad", unknown: "waiting-chip" } as const;

/** What receivers find about the domain the site's mails come from, looked up when somebody asks. */
export class MailSender extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  /** The selector to ask with; null before anybody asked. */
  private asked: string | null = null;

  private readonly found = new Load<Sender | null>(
    this,
    () => this.desk,
    ({ client }, options) =>
      this.asked === null
        ? Promise.resolve(null)
        : client.notifications.checkSender({ selector: this.asked || undefined }, options),
  );

  override render(): TemplateResult {
    const say = mailsVoice(this.desk);
    return html`<section class="card" aria-labelledby="sender-title">
      <h2 id="sender-title">${say("sender")}</h2>
      <p class="quiet">${say("senderLead")}</p>
      <form class="filters" @submit=${this.check}>
        <label
          >${say("selector")}
          <input name="selector" maxlength="63" autocomplete="off" spellcheck="false" dir="ltr"
        /></label>
        <button>${say("check")}</button>
      </form>
      <div role="status">${this.found.show((sender) => (sender ? this.records(sender) : html``))}</div>
    </section>`;
  }

  private records({ address, spf, dkim, dmarc }: Sender): TemplateResult {
    const say = mailsVoice(this.desk);
    const chip = (state: Sender["spf"]) =>
      html`<span class="chip ${colours[state]}">${say(`record_${state}`)}</span>`;
    return html`${facts([
      [say("from"), html`<bdi>${address}</bdi>`],
      ["SPF", chip(spf)],
      ["DKIM", dkim === null ? html`<span class="quiet">${say("noSelector")}</span>` : chip(dkim)],
      ["DMARC", chip(dmarc)],
    ])}
    ${[spf, dkim, dmarc].some((state) => state === "missing" || state === "broken") ? html`<p>${say("senderHelp")}</p>` : nothing}`;
  }

  private readonly check = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const selector = new FormData(event.currentTarget).get("selector");
    this.asked = typeof selector === "string" ? selector.trim() : "";
    this.found.reload();
  };
}
