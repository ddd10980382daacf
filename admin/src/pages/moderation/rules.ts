import { ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { textOf } from "../../parts/dialog.ts";
import { filledRules, ruleValues, type RuleValues, watchedPlaces } from "./rule-values.ts";
import { rulesVoice } from "./rules-texts.ts";
import { moderationVoice } from "./texts.ts";

type Outcome = Contract["safety"]["tryRules"]["output"];

interface Seen {
  readonly version: number;
  readonly rules: RuleValues;
}

/** What the site's rules look for in what members write, with a text to try them on. */
export class AdminRules extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private isBusy = false;
  @state() private isSaved = false;
  @state() private failure: ApiError | null = null;
  @state() private outcome: Outcome | null = null;

  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async ({ client }, options) => {
      const { version, settings } = await client.tenancy.getSettings({}, options);
      return { version, rules: ruleValues(settings) };
    },
  );

  override render(): TemplateResult {
    const say = rulesVoice(this.desk);
    return html`<div class="page">
      <p><a href="/moderation">${say("back")}</a></p>
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${this.seen.show((seen) => this.form(seen))}
    </div>`;
  }

  private form({ version, rules }: Seen): TemplateResult {
    const say = rulesVoice(this.desk);
    const canSave = may(this.desk, "tenancy.settings");
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => this.submit(event, version)}>
      <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
        <legend><h2>${say("words")}</h2></legend>
        ${this.lines({ name: "words", label: say("phrases"), hint: say("wordsHint"), lines: rules.words.list })}
        <label class="row">
          <input
            type="checkbox"
            name="refuses"
            aria-describedby="refuses-hint"
            ?checked=${rules.words.refuses}
          />
          ${say("refuses")}
        </label>
        <p class="quiet" id="refuses-hint">${say("refusesHint")}</p>
      </fieldset>
      <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
        <legend><h2>${say("links")}</h2></legend>
        ${this.place("links", rules.links.watched)}
        ${this.lines({
          name: "domains",
          label: say("domains"),
          hint: say("domainsHint"),
          lines: rules.links.allowedDomains,
        })}
      </fieldset>
      <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
        <legend><h2>${say("contacts")}</h2></legend>
        <p class="quiet">${say("contactsHint")}</p>
        ${this.place("contacts", rules.contacts.watched)}
      </fieldset>
      <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
        <legend><h2>${say("spam")}</h2></legend>
        <p class="quiet">${say("spamHint")}</p>
        <div class="filters">
          ${this.number("perHour", rules.spam.perHour, 10_000)}
          ${this.number("repeats", rules.spam.repeats, 1000)}
        </div>
      </fieldset>
      ${this.failure ? failureNotice(this.desk, this.failure) : nothing}
      <p role="status">${this.isSaved ? say("saved") : ""}</p>
      ${
        canSave
          ? html`<p>
              <button class="button" ?disabled=${this.isBusy}>${say(this.isBusy ? "saving" : "save")}</button>
            </p>`
          : nothing
      }
      ${this.trial()}
    </form>`;
  }

  private lines({
    name,
    label,
    hint,
    lines,
  }: {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly lines: readonly string[];
  }): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <textarea
        id=${name}
        name=${name}
        rows="6"
        dir="auto"
        spellcheck="false"
        aria-describedby="${name}-hint"
        .defaultValue=${lines.join("\n")}
      ></textarea>
      <p class="quiet" id="${name}-hint">${hint}</p>
    </div>`;
  }

  private place(name: "links" | "contacts", chosen: string): TemplateResult {
    const say = rulesVoice(this.desk);
    return html`<div class="field">
      <label for=${name}>${say("where")}</label>
      <select id=${name} name=${name}>
        ${watchedPlaces.map(
          (each) => html`<option value=${each} ?selected=${each === chosen}>${say(each)}</option>`,
        )}
      </select>
    </div>`;
  }

  private number(name: "perHour" | "repeats", value: number, max: number): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${rulesVoice(this.desk)(name)}</label>
      <input
        type="number"
        id=${name}
        name=${name}
        min="0"
        max=${max}
        step="1"
        .defaultValue=${String(value)}
      />
    </div>`;
  }

  private trial(): TemplateResult {
    const say = rulesVoice(this.desk);
    return html`<fieldset class="card">
      <legend><h2>${say("tryTitle")}</h2></legend>
      <p class="quiet">${say("tryLead")}</p>
      <div class="field">
        <label for="try-text">${say("tryText")}</label>
        <textarea id="try-text" name="tryText" rows="3" maxlength="5000" dir="auto"></textarea>
      </div>
      <div class="field">
        <label for="audience">${say("tryWhere")}</label>
        <select id="audience" name="audience">
          <option value="public">${say("asPublic")}</option>
          <option value="private">${say("asPrivate")}</option>
        </select>
      </div>
      <p>
        <button class="quiet-button" name="try" ?disabled=${this.isBusy}>${say("tryButton")}</button>
      </p>
      <div role="status">${this.outcome ? this.found(this.outcome) : nothing}</div>
    </fieldset>`;
  }

  private found({ findings, isRefused }: Outcome): TemplateResult {
    const say = rulesVoice(this.desk);
    if (findings.length === 0) return html`<p>${say("nothing")}</p>`;
    return html`<p>${say("found")}</p>
      <ul>
        ${findings.map(
          ({ rule, excerpt }) =>
            html`<li>${moderationVoice(this.desk)(`rule_${rule}`)}: <bdi>${excerpt}</bdi></li>`,
        )}
      </ul>
      ${isRefused ? html`<p>${say("refused")}</p>` : nothing}`;
  }

  private async submit(event: SubmitEvent, version: number): Promise<void> {
    event.preventDefault();
    const { currentTarget: form, submitter } = event;
    if (this.isBusy || !(form instanceof HTMLFormElement)) return;
    const filled = new FormData(form);
    const isTrial = submitter instanceof HTMLButtonElement && submitter.name === "try";
    this.isSaved = false;
    this.failure = null;
    this.isBusy = true;
    try {
      if (isTrial) await this.tryOut(filled);
      else await this.save(filledRules(filled), version);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    } finally {
      this.isBusy = false;
    }
  }

  private async save({ words, links, contacts, spam }: RuleValues, version: number): Promise<void> {
    await this.desk.client.tenancy.updateSettings({
      changes: { safety: { words, links, contacts, spam } },
      version,
    });
    this.isSaved = true;
    this.seen.reload();
  }

  private async tryOut(filled: FormData): Promise<void> {
    // Somebody who may not save has fields that are not sent; then the rules in force are tried.
    const rules = may(this.desk, "tenancy.settings") ? filledRules(filled) : null;
    this.outcome = await this.desk.client.safety.tryRules({
      text: textOf(filled, "tryText"),
      audience: textOf(filled, "audience") === "private" ? "private" : "public",
      ...(rules && {
        rules: {
          words: { ...rules.words, list: [...rules.words.list] },
          links: { ...rules.links, allowedDomains: [...rules.links.allowedDomains] },
          contacts: rules.contacts,
        },
      }),
    });
  }
}
