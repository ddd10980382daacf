import { type Contract } from "@tessera/sdk/browser";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { apiUrl } from "../../base/api-url.ts";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { languages } from "../../base/texts.ts";
import { facts } from "../../parts/facts.ts";
import { mailsVoice } from "./texts.ts";
import { mailTitle } from "./titles.ts";

type Preview = Contract["notifications"]["previewTemplate"];
type Template = Contract["notifications"]["listTemplates"]["output"]["items"][number];

const widths = ["600", "320"] as const;
const schemes = ["light", "dark"] as const;

/** A mail as a member would read it, in each of its languages, on wide and narrow screens, light and dark, and as text. */
export class MailPreview extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) templates: readonly Template[] = [];
  @state() private name = "";
  @state() private locale: Preview["input"]["locale"] = "en";
  @state() private width: (typeof widths)[number] = "600";
  @state() private scheme: (typeof schemes)[number] = "light";

  private readonly seen = new Load<Preview["output"] | null>(
    this,
    () => this.desk,
    ({ client }, options) =>
      this.name === ""
        ? Promise.resolve(null)
        : client.notifications.previewTemplate({ name: this.name, locale: this.locale }, options),
  );

  protected override willUpdate(changed: PropertyValues): void {
    if (this.name === "") {
      this.name = this.templates[0]?.name ?? "";
      this.locale = this.desk.language;
    }
    if (changed.has("name") || changed.has("locale")) this.seen.reload();
  }

  override render(): TemplateResult {
    const say = mailsVoice(this.desk);
    const found = this.templates.find(({ name }) => name === this.name);
    return html`<section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title">${say("templates")}</h2>
      <p class="quiet">${say("choose")}</p>
      <div class="filters">
        <label
          >${say("template")}
          <select @change=${this.chooseName}>
            ${this.templates.map(
              ({ name }) =>
                html`<option value=${name} ?selected=${name === this.name}>
                  ${mailTitle(this.desk.language, name)}
                </option>`,
            )}
          </select></label
        >
        <label
          >${say("language")}
          <select @change=${this.chooseLocale}>
            ${(found?.locales ?? []).map(
              (tag) =>
                html`<option value=${tag} lang=${tag} ?selected=${tag === this.locale}>
                  ${languages[tag]}
                </option>`,
            )}
          </select></label
        >
        ${this.choice(
          "width",
          widths,
          (width) => say("pixels", { width }),
          (width) => {
            this.width = width;
          },
        )}
        ${this.choice(
          "scheme",
          schemes,
          (scheme) => say(scheme),
          (scheme) => {
            this.scheme = scheme;
          },
        )}
      </div>
      ${this.seen.show((preview) => (preview ? this.letter(preview) : html``))}
    </section>`;
  }

  private letter({ from, subject, text }: Preview["output"]): TemplateResult {
    const say = mailsVoice(this.desk);
    return html`${facts([
        [say("from"), html`<bdi>${from}</bdi>`],
        [say("subject"), html`<bdi>${subject}</bdi>`],
      ])}
      ${this.frame()}
      <pre class="letter" lang=${this.locale} dir="auto" tabindex="0" aria-label=${say("preview")}>
${text}</pre>`;
  }

  /** The mail's own markup stands in a page of the API: the app's policy lets in no foreign one. */
  private frame(): TemplateResult {
    const tenant = this.desk.staff.tenant?.id ?? "";
    const query = new URLSearchParams({ tenant, name: this.name, locale: this.locale, scheme: this.scheme });
    return html`<iframe
      class="mail-frame"
      title=${mailsVoice(this.desk)("preview")}
      width=${this.width}
      height="560"
      sandbox=""
      referrerpolicy="no-referrer"
      src="${apiUrl()}/preview/mail?${query}"
    ></iframe>`;
  }

  private choice<Value extends string>(
    name: "width" | "scheme",
    values: readonly Value[],
    text: (value: Value) => string,
    chosen: (value: Value) => void,
  ): TemplateResult {
    const choose = ({ currentTarget: field }: Event) => {
      const value =
        field instanceof HTMLSelectElement ? values.find((each) => each === field.value) : undefined;
      if (value !== undefined) chosen(value);
    };
    return html`<label
      >${mailsVoice(this.desk)(name)}
      <select @change=${choose}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === this[name]}>${text(value)}</option>`)}
      </select></label
    >`;
  }

  private readonly chooseName = ({ currentTarget: field }: Event) => {
    if (field instanceof HTMLSelectElement) this.name = field.value;
  };

  private readonly chooseLocale = ({ currentTarget: field }: Event) => {
    const found = this.templates.flatMap(({ locales }) => locales);
    const chosen =
      field instanceof HTMLSelectElement ? found.find((locale) => locale === field.value) : undefined;
    if (chosen) this.locale = chosen;
  };
}
