import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { field } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { type SectionParts } from "./section.ts";
import { type SecurityTexts } from "./security.texts.ts";

/** What changing the password needs of the panel. */
export interface PasswordChangeParts extends SectionParts {
  readonly say: Say<SecurityTexts>;
  readonly changed: () => void;
}

/** Changes the member's password, or sets the first one. */
export class PasswordChange {
  readonly #host: PanelHost;
  readonly #parts: PasswordChangeParts;
  readonly #form: Form;

  constructor(host: PanelHost, parts: PasswordChangeParts) {
    const { say } = parts;
    this.#host = host;
    this.#parts = parts;
    this.#form = new Form(host, {
      check: ({ currentPassword, newPassword = "" }) => ({
        ...(currentPassword === "" && { currentPassword: say("passwordMissing") }),
        ...(newPassword.length < 8 && { newPassword: say("passwordShort") }),
      }),
      send: (values, form) => this.#change(values, form),
      at: {
        "identity.current_password_wrong": "currentPassword",
        "identity.password_too_common": "newPassword",
        "identity.password_too_personal": "newPassword",
      },
    });
  }

  render(hasPassword: boolean): TemplateResult {
    const { page, say, refused } = this.#parts;
    const { failure, busy } = this.#form;
    return html`<form class="form" novalidate aria-labelledby="password-title" @submit=${this.#form.submit}>
      <h3 id="password-title" tabindex="-1">${say("passwordTitle")}</h3>
      <input hidden readonly autocomplete="username" .value=${page.session.member?.email ?? ""} />
      ${
        hasPassword
          ? field({
              name: "currentPassword",
              label: say("currentPassword"),
              type: "password",
              autocomplete: "current-password",
              error: this.#form.wrong("currentPassword"),
            })
          : html`<p class="muted">${say("noPassword")}</p>`
      }
      ${field({
        name: "newPassword",
        label: say("newPassword"),
        type: "password",
        autocomplete: "new-password",
        hint: say("passwordHint"),
        error: this.#form.wrong("newPassword"),
      })}
      ${failure ? refused(failure) : nothing}
      <button class="button" part="button" aria-busy=${busy}>
        ${say(hasPassword ? "changePassword" : "setPassword")}
      </button>
    </form>`;
  }

  async #change(
    { currentPassword, newPassword = "" }: Readonly<Record<string, string>>,
    form: HTMLFormElement,
  ): Promise<void> {
    const { page, say, changed } = this.#parts;
    await page.client.identity.changePassword({ currentPassword, newPassword });
    form.reset();
    this.#host.announce(say("passwordChanged"));
    changed();
    void this.#host.focusOn("#password-title");
  }
}
