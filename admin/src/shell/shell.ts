import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { AdminElement } from "../base/element.ts";
import { type Desk, may, type StaffTenant } from "../base/desk.ts";
import { icon } from "../base/icon.ts";
import { Load } from "../base/load.ts";
import { mark } from "../base/mark.ts";
import { sectionAt, sections } from "../routes.ts";
import { dropDown } from "./drop-down.ts";
import { shortcutList, Shortcuts, type Wish } from "./shortcuts.ts";

/** What surrounds every page: the sites, the sections, the person. */
export class AdminShell extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property() path = "/";
  @property({ attribute: false }) enter!: (tenantId: string) => void;
  @property({ attribute: false }) signOut!: () => void;
  /** The choice of language and look. */
  @property({ attribute: false }) settings!: TemplateResult;
  /** Opens an address of the app. */
  @property({ attribute: false }) go!: (path: string) => void;
  @property({ attribute: false }) shortcuts!: { readonly isOn: boolean; readonly toggle: () => void };
  @state() private isHelping = false;

  private readonly sites = new Load<readonly StaffTenant[]>(
    this,
    () => this.desk,
    async ({ client, staff }, options) =>
      staff.tenant ? (await client.identity.listMemberships({}, options)).items : [],
  );

  private readonly keys = new Shortcuts((wish) => this.follow(wish));

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.disconnect();
  }

  override render(): TemplateResult {
    const { say, staff } = this.desk;
    const found = sectionAt(this.path);
    return html`<a class="skip" href="#content">${say("skip")}</a>
      <div class="house">
        <header>
          <a class="brand" href="/">${mark}Tessera</a>
          ${this.siteMenu()}
          <nav aria-label=${say("sections")}>
            <ul>
              ${sections
                .filter(({ permission }) => may(this.desk, permission))
                .map(
                  (section) =>
                    html`<li>
                      <a href=${section.path} aria-current=${section === found?.section ? "page" : nothing}>
                        ${icon(section.icon)}${say(section.title)}
                      </a>
                    </li>`,
                )}
            </ul>
          </nav>
          ${this.personMenu()}
        </header>
        <main id="content" tabindex="-1">
          ${staff.tenant?.isSandbox ? html`<p class="test-strip">${say("testHint")}</p>` : nothing}
          ${found ? found.section.page(this.desk, found.rest) : this.notFound()}
        </main>
      </div>
      ${this.isHelping ? this.help() : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    // Another page: whoever listens or goes by keyboard begins at its content.
    if (changed.get("path") !== undefined) this.querySelector<HTMLElement>("#content")?.focus();
    const help = this.querySelector<HTMLDialogElement>("dialog.help");
    if (help && !help.open) help.showModal();
  }

  private follow(wish: Wish): void {
    if (!this.shortcuts.isOn) return;
    if (wish === "help") this.isHelping = true;
    else if (wish === "search") this.querySelector<HTMLElement>("main .filters :is(input, select)")?.focus();
    else this.go(wish.go);
  }

  private help(): TemplateResult {
    const { say } = this.desk;
    const close = ({ currentTarget: button }: Event) =>
      button instanceof HTMLElement && button.closest("dialog")?.close();
    return html`<dialog
      class="ask help"
      aria-labelledby="help-title"
      @close=${() => (this.isHelping = false)}
    >
      <h2 id="help-title">${say("shortcuts")}</h2>
      ${shortcutList(this.desk, this.shortcuts)}
      <div class="row end">
        <button type="button" class="button" @click=${close}>${say("close")}</button>
      </div>
    </dialog>`;
  }

  private siteMenu(): TemplateResult {
    const { say, staff } = this.desk;
    const { tenant } = staff;
    if (!tenant) return html`<p class="site-name">${say("operator")}</p>`;
    return dropDown(
      "site-menu",
      html`<span class="site-name">${tenant.name}${this.badge(tenant)}</span>${icon("chevron")}`,
      html`<p class="quiet" id="sites-title">${say("yourSites")}</p>
        ${this.sites.show(
          (tenants) =>
            html`<ul aria-labelledby="sites-title">
              ${tenants.map((each) => this.site(each, each.id === tenant.id))}
            </ul>`,
        )}`,
    );
  }

  private site(tenant: StaffTenant, isHere: boolean): TemplateResult {
    return html`<li>
      <button
        type="button"
        aria-current=${isHere ? "true" : nothing}
        @click=${() => isHere || this.enter(tenant.id)}
      >
        <span>${tenant.name}${this.badge(tenant)}</span>${isHere ? icon("tick") : nothing}
      </button>
    </li>`;
  }

  private badge({ isSandbox }: StaffTenant): TemplateResult | typeof nothing {
    return isSandbox ? html` <span class="badge">${this.desk.say("test")}</span>` : nothing;
  }

  private personMenu(): TemplateResult {
    const { say, staff } = this.desk;
    return dropDown(
      "person-menu",
      html`<span class="person">${icon("person")}<span>${staff.account.name}</span></span
        >${icon("chevron")}`,
      html`<p class="quiet" dir="ltr">${staff.account.email}</p>
        ${this.settings}
        <button type="button" @click=${() => (this.isHelping = true)}>
          ${icon("keyboard")}${say("shortcuts")}
        </button>
        <button type="button" @click=${() => this.signOut()}>${icon("leave")}${say("signOut")}</button>`,
    );
  }

  private notFound(): TemplateResult {
    const { say } = this.desk;
    return html`<div class="page">
      <h1>${say("notFound")}</h1>
      <p><a href="/">${say("toOverview")}</a></p>
    </div>`;
  }
}
