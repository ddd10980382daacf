import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { emit } from "../base/events.ts";
import { type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { field, fieldStyles } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { choice, currencyNames, languageNames, zoneNames } from "../parts/field/choice.ts";
import { detailsTexts, type DetailsTexts } from "./details.texts.ts";
import { RoleNames } from "./roles.ts";
import { type Section, type SectionParts } from "./section.ts";

type Me = Contract["identity"]["getMe"]["output"];
type Change = Contract["identity"]["updateMe"]["input"];
type Role = Contract["identity"]["getEntrance"]["output"]["roles"][number];

interface Known {
  readonly me: Me;
  /** Roles the site offers to everybody. */
  readonly offered: readonly Role[];
  /** Those of them that the site's team approves first. */
  readonly toApprove: readonly Role[];
}

/** Name, language, zone, currency, visibility, history and roles of the member. */
export class Details implements Section {
  readonly #host: PanelHost;
  readonly #parts: SectionParts;
  readonly #texts: Texts<DetailsTexts>;
  readonly #roles: RoleNames;
  readonly #form: Form;
  readonly #adding: Action<[role: Role], void>;
  readonly load: Load<readonly [string], Known>;

  constructor(host: PanelHost, parts: SectionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, detailsTexts);
    this.#roles = new RoleNames(host);
    this.#form = new Form(host, {
      check: ({ name }) => (name ? {} : { name: this.#texts.say("nameMissing") }),
      send: (values) => this.#save(values),
    });
    this.#adding = new Action(host, (role) => this.#add(role));
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => this.#read(options),
    });
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready && this.#roles.ready;
  }

  async #read(options: { readonly signal: AbortSignal }): Promise<Known> {
    const { identity } = this.#parts.page.client;
    const [me, { roles, rolesToApprove }] = await Promise.all([
      identity.getMe({}, options),
      identity.getEntrance({}, options),
    ]);
    return { me, offered: roles, toApprove: rolesToApprove };
  }

  render(): TemplateResult {
    const { value } = this.load;
    return value ? this.#shown(value) : html``;
  }

  #shown(known: Known): TemplateResult {
    const { say } = this.#texts;
    const { failure } = this.#form;
    const { me } = known;
    return html`<form class="form" novalidate @submit=${this.#form.submit}>
        ${field({
          name: "name",
          label: say("name"),
          autocomplete: "name",
          value: me.name,
          error: this.#form.wrong("name"),
        })}
        <div class="field">
          <span class="label">${say("email")}</span>
          <span class="pair"
            ><bdi>${me.email}</bdi>
            <span class="badge small"
              >${say(me.emailVerified ? "emailConfirmed" : "emailUnconfirmed")}</span
            ></span
          >
        </div>
        ${this.#choices(me)} ${this.#visibility(me)} ${this.#history(me)}
        ${failure ? this.#parts.refused(failure) : nothing}
        <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("save")}</button>
      </form>
      ${this.#ownRoles(known)}`;
  }

  #choices({ locale, timeZone, preferences }: Me): TemplateResult[] {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const site = this.#parts.site();
    const currency = preferences["currency"];
    return [
      choice({
        name: "locale",
        label: say("language"),
        value: locale ?? site?.locale ?? "en",
        names: () => languageNames(site?.locales ?? ["en"]),
      }),
      choice({
        name: "timeZone",
        label: say("timeZone"),
        value: timeZone ?? site?.timeZone ?? "UTC",
        names: zoneNames,
      }),
      choice({
        name: "currency",
        label: say("currency"),
        value: typeof currency === "string" ? currency : "",
        hint: say("currencyHint"),
        empty: say("siteDefault", { value: site?.currency ?? "" }),
        names: () => currencyNames(tag),
      }),
    ];
  }

  // Whoever only buys is shown to nobody anyway.
  #visibility({ roles, preferences }: Me): TemplateResult | typeof nothing {
    if (roles.every((role) => role === "client" || role === "learner")) return nothing;
    return this.#tick("visible", preferences["visibility"] !== "hidden");
  }

  // Searches are kept where there are gigs to search.
  #history({ preferences }: Me): TemplateResult | typeof nothing {
    if (!this.#parts.site()?.modules.includes("gigs")) return nothing;
    return this.#tick("history", preferences["history"] !== "off");
  }

  #tick(name: "visible" | "history", isChecked: boolean): TemplateResult {
    const { say } = this.#texts;
    return html`<div class="field">
      <label class="tick"
        ><input type="checkbox" name=${name} .checked=${isChecked} aria-describedby="${name}-note" />${say(
          name,
        )}</label
      >
      <p id="${name}-note" class="small muted">${say(`${name}Hint`)}</p>
    </div>`;
  }

  #ownRoles({ me: { roles, pendingRoles }, offered, toApprove }: Known): TemplateResult {
    const { say } = this.#texts;
    const { failure, busy } = this.#adding;
    return html`<section class="form" aria-labelledby="roles-title">
      <h3 id="roles-title">${say("roles")}</h3>
      <ul class="pair">
        ${roles.map((role) => html`<li class="badge small">${this.#roles.nameOf(role)}</li>`)}
        ${pendingRoles.map(
          (role) =>
            html`<li class="badge small" data-pending=${role}>
              ${say("pendingRole", { role: this.#roles.nameOf(role) })}
            </li>`,
        )}
      </ul>
      ${pendingRoles.length > 0 ? html`<p class="small muted">${say("pendingHint")}</p>` : nothing}
      ${failure ? this.#parts.refused(failure) : nothing}
      <div class="actions">
        ${offered
          .filter((role) => !roles.includes(role) && !pendingRoles.includes(role))
          .map(
            (role) =>
              html`<button
                class="button"
                part="button"
                data-role=${role}
                aria-busy=${busy}
                @click=${() => void this.#adding.run(role)}
              >
                ${say(toApprove.includes(role) ? "askRole" : "addRole", { role: this.#roles.nameOf(role) })}
              </button>`,
          )}
      </div>
    </section>`;
  }

  async #save({
    name,
    locale,
    timeZone,
    currency,
    visible,
    history,
  }: Readonly<Record<string, string>>): Promise<void> {
    const site = this.#parts.site();
    const { preferences = {} } = this.load.value?.me ?? {};
    const asks = (asked: string) => this.#host.renderRoot.querySelector(`[name=${asked}]`) !== null;
    const [wasHidden, wasOff] = [preferences["visibility"] === "hidden", preferences["history"] === "off"];
    const change: Change = {
      name,
      locale: site?.locales.find((known) => known === locale),
      timeZone,
      preferences: {
        currency: currency || null,
        ...(asks("visible") &&
          (visible === undefined) !== wasHidden && { visibility: visible ? "shown" : "hidden" }),
        ...(asks("history") && (history === undefined) !== wasOff && { history: history ? "kept" : "off" }),
      },
    };
    this.#take(await this.#parts.page.client.identity.updateMe(change));
    this.#host.announce(this.#texts.say("saved"));
  }

  async #add(role: Role): Promise<void> {
    const { me } = this.load.value ?? {};
    if (!me) return;
    const { roles, pendingRoles } = await this.#parts.page.client.identity.addRole({ role });
    this.#take({ ...me, roles, pendingRoles });
    if (pendingRoles.includes(role)) this.#host.announce(this.#texts.say("roleAsked"));
    void this.#host.focusOn("#tab-details");
  }

  #take(me: Me): void {
    const { session } = this.#parts.page;
    if (this.load.value) this.load.value = { ...this.load.value, me };
    session.update(me);
    emit(this.#host, "tessera-member-changed", { memberId: me.id });
  }
}
