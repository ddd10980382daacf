import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { field } from "../parts/field/field.ts";
import { isEmail } from "../parts/field/email.ts";
import { Form } from "../parts/field/form.ts";
import { notice } from "../parts/notice.ts";
import { pageUrl } from "./addresses.ts";
import { type SectionParts } from "./section.ts";
import { type SecurityTexts } from "./security.texts.ts";

/** What changing the address needs of the panel. */
export interface EmailChangeParts extends SectionParts {
  readonly say: Say<SecurityTexts>;
}

/** Asks for another e-mail address, which is the member's once they open the link mailed there. */
export class EmailChange {
  readonly #host: PanelHost;
  readonly #parts: EmailChangeParts;
  readonly #form: Form;
  #sentTo = "";

  constructor(host: PanelHost, parts: EmailChangeParts) {
    const { say } = parts;
    this.#host = host;
    this.#parts = parts;
    this.#form = new Form(host, {
      check: ({ newEmail = "", emailPassword }) => ({
        ...(!isEmail(newEmail) && { newEmail: say("emailMissing") }),
        ...(emailPassword === "" && { emailPassword: say("passwordMissing") }),
      }),
      send: (values, form) => this.#ask(values, form),
      at: { "identity.current_password_wrong": "emailPassword", "request.invalid_input": "newEmail" },
    });
  }

  render(hasPassword: boolean): TemplateResult {
    const { say, refused } = this.#parts;
    const { failure, busy } = this.#form;
    return html`<form
      class="form"
      data-form="email"
      novalidate
      aria-labelledby="email-title"
      @submit=${this.#form.submit}
    >
      <h3 id="email-title" tabindex="-1">${say("emailTitle")}</h3>
      ${this.#sentTo ? notice(say("emailSent", { email: this.#sentTo })) : nothing}
      ${field({
        name: "newEmail",
        label: say("newEmail"),
        type: "email",
        autocomplete: "email",
        hint: say("emailHint"),
        error: this.#form.wrong("newEmail"),
      })}
      ${
        hasPassword
          ? field({
              name: "emailPassword",
              label: say("currentPassword"),
              type: "password",
              autocomplete: "current-password",
              error: this.#form.wrong("emailPassword"),
            })
          : nothing
      }
      ${failure ? refused(failure) : nothing}
      <button class="button" part="button" aria-busy=${busy}>${say("changeEmail")}</button>
    </form>`;
  }

  async #ask(
    { newEmail: email = "", emailPassword: currentPassword }: Readonly<Record<string, string>>,
    form: HTMLFormElement,
  ): Promise<void> {
    const { page, say } = this.#parts;
    this.#sentTo = "";
    await page.client.identity.requestEmailChange({ email, currentPassword, pageUrl: pageUrl() });
    form.reset();
    this.#sentTo = email;
    this.#host.announce(say("emailSent", { email }));
    void this.#host.focusOn("#email-title");
  }
}
