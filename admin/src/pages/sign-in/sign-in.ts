import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { AdminElement } from "../../base/element.ts";
import { failureNotice } from "../../base/load.ts";
import { type Speech } from "../../base/speech.ts";
import { door } from "./door.ts";

interface Problems {
  readonly email?: string;
  readonly password?: string;
}

/** The door: e-mail and password on one side, a picture on the other. */
export class AdminSignIn extends AdminElement {
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) signIn!: (email: string, password: string) => Promise<void>;
  /** Whether somebody was here until their session ended by itself. */
  @property({ attribute: false }) hasEnded = false;
  /** The choice of language and look. */
  @property({ attribute: false }) settings!: TemplateResult;

  @state() private busy = false;
  @state() private showsPassword = false;
  @state() private problems: Problems = {};
  @state() private failure: ApiError | null = null;

  override render(): TemplateResult {
    const { say } = this.speech;
    return door(
      this.speech,
      html`<h1>${say("signIn")}</h1>
        <p class="quiet">${say("signInLead")}</p>
        ${this.hasEnded && !this.failure ? html`<p class="hint" role="status">${say("sessionEnded")}</p>` : nothing}
        <form novalidate @submit=${this.submit}>
          ${this.emailField()}${this.passwordField()}
          ${this.failure ? failureNotice(this.speech, this.failure) : nothing}
          <button class="button" ?disabled=${this.busy}>${say(this.busy ? "signingIn" : "signIn")}</button>
        </form>`,
      this.settings,
    );
  }

  private emailField(): TemplateResult {
    const { say } = this.speech;
    const { email: problem } = this.problems;
    return html`<div class="field">
      <label for="email">${say("email")}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="username"
        inputmode="email"
        maxlength="254"
        dir="ltr"
        aria-invalid=${problem ? "true" : nothing}
        aria-describedby=${problem ? "email-problem" : nothing}
        @input=${() => (this.problems = { ...this.problems, email: "" })}
      />
      ${problem ? html`<p class="problem" id="email-problem">${problem}</p>` : nothing}
    </div>`;
  }

  private passwordField(): TemplateResult {
    const { say } = this.speech;
    const { password: problem } = this.problems;
    return html`<div class="field">
      <label for="password">${say("password")}</label>
      <div class="with-button">
        <input
          id="password"
          name="password"
          type=${this.showsPassword ? "text" : "password"}
          autocomplete="current-password"
          maxlength="256"
          dir="ltr"
          aria-invalid=${problem ? "true" : nothing}
          aria-describedby=${problem ? "password-problem" : nothing}
          @input=${() => (this.problems = { ...this.problems, password: "" })}
        />
        <button
          type="button"
          aria-controls="password"
          @click=${() => (this.showsPassword = !this.showsPassword)}
        >
          ${say(this.showsPassword ? "hidePassword" : "showPassword")}
        </button>
      </div>
      ${problem ? html`<p class="problem" id="password-problem">${problem}</p>` : nothing}
    </div>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const email = this.typed("email").trim();
    const password = this.typed("password");
    this.problems = this.check(email, password);
    if (this.problems.email || this.problems.password) return this.focusOn("[aria-invalid]");
    this.busy = true;
    this.failure = null;
    try {
      await this.signIn(email, password);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
      await this.focusOn("#password");
    } finally {
      this.busy = false;
    }
  };

  private check(email: string, password: string): Problems {
    const { say } = this.speech;
    return {
      ...(email === "" && { email: say("emailMissing") }),
      ...(email !== "" && !/^\S+@\S+\.\S+$/.test(email) && { email: say("emailWrong") }),
      ...(password === "" && { password: say("passwordMissing") }),
    };
  }

  private typed(id: string): string {
    return this.querySelector<HTMLInputElement>(`#${id}`)?.value ?? "";
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
