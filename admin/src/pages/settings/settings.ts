import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { textOf } from "../../parts/dialog.ts";
import { publishableKey, snippet } from "../../parts/snippet.ts";
import { AdminBrandPreview } from "./brand-preview.ts";
import { AdminDomains } from "./domains.ts";
import { isPage, siteChanges, siteFields } from "./site-fields.ts";
import { isOrigin, linesOf, type SiteValues, siteValues } from "./site-values.ts";
import { settingsVoice } from "./texts.ts";

interface Seen extends SiteValues {
  readonly version: number;
  readonly publishableKey: string | null;
}

type Problems = Partial<Record<"origins" | "siteUrl" | "colour" | "logo", string>>;

/** The site's settings: its languages, money and time, where it may be embedded, and how it looks there. */
export class AdminSettings extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  /** The colour as it is being typed; null before that. */
  @state() private colour: string | null = null;
  @state() private isBusy = false;
  @state() private isSaved = false;
  @state() private problems: Problems = {};
  @state() private failure: ApiError | null = null;

  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { tenancy } = desk.client;
      const [answer, key] = await Promise.all([
        tenancy.getSettings({}, options),
        may(desk, "tenancy.keys") ? publishableKey(desk, options) : null,
      ]);
      return { ...siteValues(answer), version: answer.version, publishableKey: key };
    },
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${settingsVoice(this.desk)("title")}</h1>
      ${this.seen.show((seen) => this.form(seen))}
    </div>`;
  }

  private form(seen: Seen): TemplateResult {
    const say = settingsVoice(this.desk);
    const canSave = may(this.desk, "tenancy.settings");
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => this.save(event, seen)}>
        <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
          <legend><h2>${say("origins")}</h2></legend>
          <p class="quiet" id="origins-lead">${say("originsLead")}</p>
          <div class="field">
            <label for="origins">${say("originsLabel")}</label>
            <textarea
              id="origins"
              name="origins"
              rows="4"
              dir="ltr"
              aria-invalid=${this.problems.origins ? "true" : nothing}
              aria-describedby="origins-lead origins-problem"
              .defaultValue=${seen.allowedOrigins.join("\n")}
            ></textarea>
            <p class="problem" id="origins-problem">${this.problems.origins}</p>
          </div>
        </fieldset>
        <fieldset class="card" ?disabled=${!canSave || this.isBusy}>
          <legend><h2>${say("site")}</h2></legend>
          ${siteFields(this.desk, seen, this.problems.siteUrl)}
        </fieldset>
        ${this.brand(seen, canSave)} ${this.failure ? failureNotice(this.desk, this.failure) : nothing}
        <p role="status">${this.isSaved ? say("saved") : ""}</p>
        ${
          canSave
            ? html`<p>
                <button class="button" ?disabled=${this.isBusy}>
                  ${say(this.isBusy ? "saving" : "save")}
                </button>
              </p>`
            : nothing
        }
      </form>
      <admin-domains .desk=${this.desk}></admin-domains>
      ${seen.publishableKey ? snippet(this.desk, seen.publishableKey) : nothing}`;
  }

  private brand(seen: Seen, canSave: boolean): TemplateResult {
    const say = settingsVoice(this.desk);
    const colour = this.colour ?? seen.colour;
    const shown = isColour(colour) ? colour : seen.colour;
    const type = ({ currentTarget: field }: Event) => {
      if (field instanceof HTMLInputElement) this.colour = field.value.trim().toLowerCase();
    };
    return html`<fieldset class="card" ?disabled=${!canSave || this.isBusy}>
      <legend><h2>${say("brand")}</h2></legend>
      <div class="field">
        <label for="colour">${say("colour")}</label>
        <div class="row" dir="ltr">
          <input type="color" class="swatch" aria-label=${say("colour")} .value=${shown} @input=${type} />
          <input
            id="colour"
            class="short"
            maxlength="7"
            aria-invalid=${this.problems.colour ? "true" : nothing}
            aria-describedby="colour-problem"
            .value=${colour}
            @input=${type}
          />
        </div>
        <p class="problem" id="colour-problem">${this.problems.colour}</p>
      </div>
      <admin-brand-preview
        .desk=${this.desk}
        .colour=${shown}
        .publishableKey=${seen.publishableKey}
      ></admin-brand-preview>
      <div class="field">
        <label for="product-name">${say("productName")}</label>
        <input
          id="product-name"
          name="productName"
          maxlength="80"
          aria-describedby="product-name-hint"
          .defaultValue=${seen.productName}
        />
        <p class="quiet" id="product-name-hint">${say("productNameHint")}</p>
      </div>
      ${this.whiteLabel(seen)}
    </fieldset>`;
  }

  private whiteLabel(seen: Seen): TemplateResult {
    const say = settingsVoice(this.desk);
    return html`<div class="field">
        <label for="mail-sender-name">${say("mailSenderName")}</label>
        <input
          id="mail-sender-name"
          name="mailSenderName"
          maxlength="80"
          aria-describedby="mail-sender-name-hint"
          .defaultValue=${seen.mailSenderName}
        />
        <p class="quiet" id="mail-sender-name-hint">${say("mailSenderNameHint")}</p>
      </div>
      <div class="field">
        <label for="logo-url">${say("logoUrl")}</label>
        <input
          id="logo-url"
          name="logoUrl"
          type="url"
          dir="ltr"
          maxlength="500"
          aria-invalid=${this.problems.logo ? "true" : nothing}
          aria-describedby="logo-url-hint logo-url-problem"
          .defaultValue=${seen.logoUrl}
        />
        <p class="quiet" id="logo-url-hint">${say("logoUrlHint")}</p>
        <p class="problem" id="logo-url-problem">${this.problems.logo}</p>
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          name="poweredBy"
          ?disabled=${!seen.mayHidePoweredBy}
          aria-describedby=${seen.mayHidePoweredBy ? nothing : "powered-by-hint"}
          .defaultChecked=${seen.poweredBy}
        />${say("poweredBy")}</label
      >
      ${
        seen.mayHidePoweredBy
          ? nothing
          : html`<p class="quiet" id="powered-by-hint">${say("poweredByPlan")}</p>`
      }`;
  }

  private async save(event: SubmitEvent, { version, mayHidePoweredBy }: Seen): Promise<void> {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (this.isBusy || !(form instanceof HTMLFormElement)) return;
    const filled = new FormData(form);
    const allowedOrigins = linesOf(textOf(filled, "origins"));
    const productName = textOf(filled, "productName");
    this.isSaved = false;
    this.failure = null;
    const logoUrl = textOf(filled, "logoUrl");
    const site = siteChanges(filled);
    this.problems = this.check(allowedOrigins, logoUrl, site.siteUrl);
    if (Object.keys(this.problems).length > 0) return this.focusOn("[aria-invalid]");
    const brand = {
      productName,
      mailSenderName: textOf(filled, "mailSenderName"),
      logoUrl: logoUrl === "" ? null : logoUrl,
      ...(this.colour !== null && { colour: this.colour }),
    };
    // Where the plan decides there is nothing to change.
    const poweredBy = mayHidePoweredBy && { poweredBy: filled.has("poweredBy") };
    this.isBusy = true;
    try {
      await this.desk.client.tenancy.updateSettings({
        changes: { tenancy: { ...site, allowedOrigins, brand, ...poweredBy } },
        version,
      });
      this.isSaved = true;
      this.seen.reload();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    } finally {
      this.isBusy = false;
    }
  }

  private check(origins: readonly string[], logoUrl: string, siteUrl: string | null): Problems {
    const say = settingsVoice(this.desk);
    const wrong = origins.find((line) => !isOrigin(line));
    return {
      ...(wrong !== undefined && { origins: say("originWrong", { origin: wrong }) }),
      ...(siteUrl !== null && !isPage(siteUrl) && { siteUrl: say("siteUrlWrong") }),
      ...(this.colour !== null && !isColour(this.colour) && { colour: say("colourWrong") }),
      ...(logoUrl !== "" && URL.parse(logoUrl)?.protocol !== "https:" && { logo: say("logoWrong") }),
    };
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

customElements.define("admin-settings", AdminSettings);
customElements.define("admin-domains", AdminDomains);
customElements.define("admin-brand-preview", AdminBrandPreview);
