import { ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { AdminElement } from "../../base/element.ts";
import { failureNotice } from "../../base/load.ts";
import { type Speech } from "../../base/speech.ts";
import { door } from "./door.ts";
import { invitationVoice } from "./invitation-texts.ts";

type Invitation = Contract["identity"]["inspectInvitation"]["output"];

/** What somebody fills in to join: a name only where they have no account yet. */
export interface Acceptance {
  readonly password: string;
  readonly name?: string;
}

/** The page of a mailed invitation: what it is to, and joining. */
export class AdminInvitation extends AdminElement {
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) inspect!: () => Promise<Invitation>;
  @property({ attribute: false }) accept!: (acceptance: Acceptance) => Promise<void>;
  /** The choice of language and look. */
  @property({ attribute: false }) settings!: TemplateResult;

  @state() private invitation: Invitation | null = null;
  @state() private failure: ApiError | null = null;
  @state() private busy = false;
  @state() private missing: "name" | "password" | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.invitation = await this.inspect();
    });
  }

  override render(): TemplateResult {
    return door(this.speech, this.invitation ? this.form(this.invitation) : this.waiting(), this.settings);
  }

  private waiting(): TemplateResult {
    const say = invitationVoice(this.speech);
    return html`<h1>${say("title")}</h1>
      ${
        this.failure
          ? html`${failureNotice(this.speech, this.failure)}
              <p><a href="/">${say("toSignIn")}</a></p>`
          : html`<p class="quiet" role="status">${say("loading")}</p>`
      }`;
  }

  private form({ siteName, invitedBy, email, staffRole, hasAccount }: Invitation): TemplateResult {
    const say = invitationVoice(this.speech);
    return html`<h1>${say("join", { site: siteName })}</h1>
      <p class="quiet">${say("lead", { name: invitedBy, role: say(staffRole) })}</p>
      <form novalidate @submit=${this.submit}>
        <p>${say(hasAccount ? "withAccount" : "newAccount")} <strong dir="ltr">${email}</strong></p>
        <input type="hidden" name="username" autocomplete="username" .value=${email} />
        ${hasAccount ? nothing : this.field("name", "text", "name", 200)}
        ${this.field("password", "password", hasAccount ? "current-password" : "new-password", 256)}
        ${this.failure ? failureNotice(this.speech, this.failure) : nothing}
        <button class="button" ?disabled=${this.busy}>${say(this.busy ? "joining" : "accept")}</button>
      </form>`;
  }

  private field(
    name: "name" | "password",
    type: string,
    autocomplete: "name" | "current-password" | "new-password",
    longest: number,
  ): TemplateResult {
    const say = invitationVoice(this.speech);
    const isMissing = this.missing === name;
    return html`<div class="field">
      <label for=${name}>${say(name)}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        maxlength=${longest}
        aria-invalid=${isMissing ? "true" : nothing}
        aria-describedby=${isMissing ? `${name}-problem` : nothing}
        @input=${() => (this.missing = null)}
      />
      ${isMissing ? html`<p class="problem" id="${name}-problem">${say(name === "name" ? "nameMissing" : "passwordShort")}</p>` : nothing}
    </div>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy || !this.invitation) return;
    const [name, password] = [this.typed("name").trim(), this.typed("password")];
    const needsName = !this.invitation.hasAccount;
    this.missing = needsName && name === "" ? "name" : password.length < 8 ? "password" : null;
    if (this.missing) return this.focusOn(`#${this.missing}`);
    this.busy = true;
    await this.attempt(() => this.accept({ password, ...(needsName && { name }) }));
    this.busy = false;
    if (this.failure) await this.focusOn("#password");
  };

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    }
  }

  private typed(id: string): string {
    return this.querySelector<HTMLInputElement>(`#${id}`)?.value ?? "";
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

customElements.define("admin-invitation", AdminInvitation);
