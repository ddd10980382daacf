import { html, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { apiUrl } from "./base/api-url.ts";
import { type Desk, type StaffSession } from "./base/desk.ts";
import { AdminElement } from "./base/element.ts";
import { dress, type Look, Preferences } from "./base/preferences.ts";
import { Router } from "./base/router.ts";
import { type Office, openOffice } from "./base/session.ts";
import { english, type Speech, speechIn } from "./base/speech.ts";
import { sectionAt } from "./routes.ts";
import { settings } from "./shell/settings.ts";
import { type Acceptance } from "./pages/sign-in/invitation.ts";
import { AdminSignIn } from "./pages/sign-in/sign-in.ts";
import { AdminShell } from "./shell/shell.ts";

/** The whole app: the door while nobody is signed in, else the shell with the page of the address. */
export class TesseraAdmin extends AdminElement {
  /** Undefined until it is known whether somebody is signed in. */
  @state() private staff: StaffSession | null | undefined;
  @state() private speech: Speech = english;
  @state() private look: Look = "auto";
  @state() private path = location.pathname;
  /** The token of the invitation whose page is open. */
  @state() private invitation: string | null = null;
  @state() private hasEnded = false;
  @state() private hasShortcuts = true;

  private readonly office: Office = openOffice(apiUrl(), () => this.speech.language);
  private readonly preferences = new Preferences(this.office.keep);
  private readonly router = new Router(() => this.arrive());
  private desk: Desk | null = null;
  private isLeaving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.router.connect();
    this.look = this.preferences.look;
    this.hasShortcuts = this.preferences.hasShortcuts;
    this.arrive();
    const { session } = this.office;
    session.subscribe(() => this.meet());
    void Promise.all([session.known, this.speak()]).then(() => this.meet());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.router.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.staff) this.desk = null;
    else if (changed.has("staff") || changed.has("speech") || !this.desk) {
      const { client, now } = this.office;
      this.desk = { client, now, staff: this.staff, ...this.speech };
    }
  }

  override render(): TemplateResult {
    if (this.staff === undefined) return html``;
    const choices = settings({
      speech: this.speech,
      look: this.look,
      chooseLanguage: (language) => {
        this.preferences.chooseLanguage(language);
        void this.speak();
      },
      chooseLook: (look) => {
        this.preferences.chooseLook(look);
        this.look = look;
      },
    });
    if (this.invitation !== null) return this.invited(this.invitation, choices);
    if (!this.desk) {
      return html`<admin-sign-in
        .speech=${this.speech}
        .hasEnded=${this.hasEnded}
        .settings=${choices}
        .signIn=${(email: string, password: string) => this.office.signIn(email, password)}
      ></admin-sign-in>`;
    }
    return html`<admin-shell
      .desk=${this.desk}
      .path=${this.path}
      .settings=${choices}
      .shortcuts=${{
        isOn: this.hasShortcuts,
        toggle: () => {
          this.preferences.chooseShortcuts(!this.hasShortcuts);
          this.hasShortcuts = this.preferences.hasShortcuts;
        },
      }}
      .go=${(path: string) => this.router.go(path)}
      .enter=${(tenantId: string) => void this.office.enter(tenantId)}
      .signOut=${() => void this.leave()}
    ></admin-shell>`;
  }

  /** The page of a mailed invitation; who accepts goes on in the app. */
  private invited(token: string, choices: TemplateResult): TemplateResult {
    const page = html`<admin-invitation
      .speech=${this.speech}
      .settings=${choices}
      .inspect=${() => this.office.inspect(token)}
      .accept=${async (acceptance: Acceptance) => {
        await this.office.join({ token, locale: this.speech.language, ...acceptance });
        history.replaceState(null, "", "/");
        this.arrive();
      }}
    ></admin-invitation>`;
    return html`${keyed(token, page)}`;
  }

  protected override updated(): void {
    dress(document, this.speech.language, this.look);
    const { say } = this.speech;
    const title =
      this.invitation !== null
        ? say("team")
        : this.desk
          ? say(sectionAt(this.path)?.section.title ?? "notFound")
          : say("signIn");
    document.title = [title, this.staff?.tenant?.name, "Tessera"].filter(Boolean).join(" · ");
  }

  /** Takes in who is signed in now. */
  private meet(): void {
    const { view } = this.office.session;
    this.hasEnded = Boolean(this.staff && !view && !this.isLeaving);
    if (view?.account.id !== this.staff?.account.id) void this.speak(view?.account.locale);
    this.staff = view;
  }

  private arrive(): void {
    this.path = this.router.path;
    this.invitation = this.path === "/invitation" && location.hash !== "" ? location.hash.slice(1) : null;
    if (this.invitation !== null) void import("./pages/sign-in/invitation.ts");
    void sectionAt(this.path)?.section.load();
  }

  private async speak(account = this.staff?.account.locale): Promise<void> {
    this.speech = await speechIn(this.preferences.language(account));
  }

  private async leave(): Promise<void> {
    this.isLeaving = true;
    await this.preferences.surviving(() => this.office.signOut());
    this.isLeaving = false;
    history.replaceState(null, "", "/");
    this.arrive();
  }
}

customElements.define("admin-sign-in", AdminSignIn);
customElements.define("admin-shell", AdminShell);
customElements.define("tessera-admin", TesseraAdmin);
