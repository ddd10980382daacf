import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { dateFormat } from "../base/format.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { icon } from "../parts/icon.ts";
import { ownSanctionsTexts, type OwnSanctionsTexts } from "./own-sanctions.texts.ts";
import { type SectionParts } from "./section.ts";

type Sanction = Contract["safety"]["listOwnSanctions"]["output"]["items"][number];

/** What the site's team did about the member and is in force, each with the way to appeal once. */
export class OwnSanctions implements Panel {
  readonly #host: PanelHost;
  readonly #parts: SectionParts;
  readonly #texts: Texts<OwnSanctionsTexts>;
  readonly #form: Form;
  readonly #load: Load<readonly [string], readonly Sanction[]>;
  #appealing = "";

  constructor(host: PanelHost, parts: SectionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, ownSanctionsTexts);
    this.#form = new Form(host, {
      check: ({ appeal = "" }) => (appeal === "" ? { appeal: this.#texts.say("appealMissing") } : {}),
      send: ({ appeal = "" }) => this.#send(appeal),
    });
    this.#load = new Load(host, {
      args: parts.owner,
      load: async (_, options) => {
        const { items } = await parts.page.client.safety.listOwnSanctions({}, options);
        return items.filter(({ endedAt }) => endedAt === null);
      },
    });
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    const { value = [], failure } = this.#load;
    if (failure) return this.#parts.refused(failure);
    if (value.length === 0) return html``;
    return html`<section class="form wide" aria-labelledby="team-title">
      <h3 id="team-title" tabindex="-1">${this.#texts.say("title")}</h3>
      ${value.map((sanction) => this.#sanction(sanction))}
    </section>`;
  }

  #sanction(sanction: Sanction): TemplateResult {
    const { say } = this.#texts;
    const { id, kind, reason, appeal, createdAt, endsAt } = sanction;
    const words =
      kind === "suspension"
        ? say("suspension", { until: this.#date(endsAt ?? createdAt) })
        : say(kind, { date: this.#date(createdAt) });
    return html`<div class="notice bad" part="notice" data-sanction=${id}>
        ${icon("warning")}
        <p>${words}<br /><bdi>${reason}</bdi></p>
        ${
          appeal === null && this.#appealing !== id
            ? html`<button class="button" part="button" @click=${() => this.#turn(id)}>
                ${say("appeal")}
              </button>`
            : nothing
        }
      </div>
      ${
        appeal === null
          ? nothing
          : html`<p class="muted">
              ${
                appeal.outcome === "upheld"
                  ? say("upheld", { reason: appeal.reason ?? "" })
                  : say("waiting", { date: this.#date(appeal.at) })
              }
            </p>`
      }
      ${this.#appealing === id ? this.#appeal() : nothing}`;
  }

  #appeal(): TemplateResult {
    const { say } = this.#texts;
    const { busy, failure } = this.#form;
    const wrong = this.#form.wrong("appeal");
    return html`<form class="form" novalidate @submit=${this.#form.submit}>
      <div class="field">
        <label for="appeal">${say("appealLabel")}</label>
        <textarea
          id="appeal"
          name="appeal"
          part="input"
          rows="4"
          maxlength="2000"
          dir="auto"
          aria-invalid=${wrong ? "true" : nothing}
          aria-describedby="appeal-note"
        ></textarea>
        <p id="appeal-note" class="small ${wrong ? "wrong" : "muted"}">${wrong ?? say("appealHint")}</p>
      </div>
      ${failure ? this.#parts.refused(failure) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${busy}>${say("send")}</button>
        <button type="button" class="button" part="button" @click=${() => this.#turn("")}>
          ${say("cancel")}
        </button>
      </div>
    </form>`;
  }

  #date(iso: string): string {
    return dateFormat(this.#host.locale.tag, { dateStyle: "long" }).format(Date.parse(iso));
  }

  #turn(id: string): void {
    this.#appealing = id;
    this.#form.forgive();
    this.#host.requestUpdate();
    void this.#host.focusOn(id === "" ? "#team-title" : "#appeal");
  }

  async #send(text: string): Promise<void> {
    const id = this.#appealing;
    const changed = await this.#parts.page.client.safety.appealSanction({ id, text });
    this.#load.value = this.#load.value?.map((each) => (each.id === id ? changed : each));
    this.#host.announce(this.#texts.say("sent"));
    this.#turn("");
  }
}
