import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { type Page } from "../../base/contexts.ts";
import { Countdown } from "../../base/countdown.ts";
import { emit } from "../../base/events.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { Texts } from "../../base/texts.ts";
import { field, fieldStyles, valuesOf } from "../field/field.ts";
import { signInTexts, type SignInTexts } from "./sign-in.texts.ts";

/** What somebody can be on a site. */
export type Role = Contract["identity"]["getEntrance"]["output"]["roles"][number];

/** What signing in needs of the widget. */
export interface CodeSignInParts {
  readonly page: Page;
  /** Whether no name is asked: somebody new is called by their address then. */
  readonly isNameless?: boolean;
  /** What somebody new is on the site; the first role the site offers unless told. */
  readonly role?: () => Role | undefined;
  /** What has to be answered before: until then nobody knows which visitor it belongs to, and the member could not take it over. */
  readonly after?: () => Promise<unknown>;
  /** Called when a code is on its way to the visitor's address. */
  readonly reached?: (email: string) => void;
  /** Called once the member is signed in. */
  readonly signedIn: () => void;
}

const resendAfterSeconds = 30;

/** Name and e-mail, then the code from the mail: who was unknown is a member then, who was known is signed in. No password. */
export class CodeSignIn implements Panel {
  readonly #host: PanelHost;
  readonly #parts: CodeSignInParts;
  readonly #texts: Texts<SignInTexts>;
  readonly #sending: Action<[], void>;
  readonly #entering: Action<[code: string], void>;
  readonly #resend: Countdown;
  #name = "";
  #email = "";
  #isSent = false;
  #wrong: Readonly<Partial<Record<"name" | "email" | "code", string>>> = {};

  constructor(host: PanelHost, parts: CodeSignInParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, signInTexts);
    this.#sending = new Action(host, () => this.#send());
    this.#entering = new Action(host, (code) => this.#enter(code));
    this.#resend = new Countdown(host, Date.now, () => undefined);
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** The form at hand; `submit` names what follows when the code is right. */
  render(submit: string): TemplateResult {
    return this.#isSent ? this.#codeForm(submit) : this.#addressForm();
  }

  #addressForm(): TemplateResult {
    const { say } = this.#texts;
    return html`<form class="form" novalidate @submit=${this.#submitAddress}>
      ${
        this.#parts.isNameless
          ? nothing
          : field({
              name: "name",
              label: say("name"),
              autocomplete: "name",
              value: this.#name,
              error: this.#wrong.name,
            })
      }
      ${field({
        name: "email",
        label: say("email"),
        type: "email",
        autocomplete: "email",
        value: this.#email,
        hint: say("emailHint"),
        error: this.#wrong.email ?? this.#refusal(this.#sending),
      })}
      <button class="button primary" part="button" aria-busy=${this.#sending.busy}>${say("sendCode")}</button>
    </form>`;
  }

  #codeForm(submit: string): TemplateResult {
    const { say } = this.#texts;
    const left = this.#resend.secondsLeft;
    return html`<form class="form" novalidate @submit=${this.#submitCode}>
      ${field({
        name: "code",
        label: say("code"),
        autocomplete: "one-time-code",
        isCode: true,
        maxLength: 6,
        hint: say("codeSent", { email: this.#email }),
        error: this.#wrong.code ?? this.#refusal(this.#entering) ?? this.#refusal(this.#sending),
      })}
      <button class="button primary" part="button" aria-busy=${this.#entering.busy}>${submit}</button>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          part="button"
          ?disabled=${left !== null}
          @click=${() => void this.#sending.run()}
        >
          ${left === null ? say("sendAgain") : say("sendAgainIn", { seconds: left })}
        </button>
        <button type="button" class="button quiet" part="button" @click=${this.#changeAddress}>
          ${say("otherEmail")}
        </button>
      </div>
    </form>`;
  }

  #refusal({ failure }: { readonly failure: Action<[], void>["failure"] }): string | undefined {
    return failure ? this.#host.sentence(failure) : undefined;
  }

  readonly #submitAddress = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const { name = "", email = "" } = valuesOf(event.target);
    this.#name = name;
    this.#email = email;
    const { say } = this.#texts;
    this.#judge({
      ...(name === "" && !this.#parts.isNameless && { name: say("nameMissing") }),
      ...(!/^\S+@\S+\.\S+$/.test(email) && { email: say("emailWrong") }),
    });
    if (Object.keys(this.#wrong).length === 0) void this.#sending.run();
  };

  readonly #submitCode = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const code = (valuesOf(event.target)["code"] ?? "").normalize("NFKC").replaceAll(/\D/g, "");
    this.#judge(code.length === 6 ? {} : { code: this.#texts.say("codeWrong") });
    if (code.length === 6) void this.#entering.run(code);
  };

  readonly #changeAddress = () => {
    this.#isSent = false;
    this.#sending.forgive();
    this.#entering.forgive();
    void this.#host.focusOn("#email");
  };

  #judge(wrong: Readonly<Partial<Record<"name" | "email" | "code", string>>>): void {
    this.#wrong = wrong;
    this.#sending.forgive();
    this.#entering.forgive();
    void this.#host.focusOn("[aria-invalid]");
  }

  async #send(): Promise<void> {
    await this.#parts.after?.();
    await this.#parts.page.client.identity.requestCode({ email: this.#email });
    this.#isSent = true;
    this.#parts.reached?.(this.#email);
    this.#resend.set(Date.now() + resendAfterSeconds * 1000);
    this.#host.announce(this.#texts.say("codeSent", { email: this.#email }));
    this.#host.requestUpdate();
    void this.#host.focusOn("#code");
  }

  async #enter(code: string): Promise<void> {
    const { client, session } = this.#parts.page;
    const view = await client.identity.signInWithCode({
      email: this.#email,
      code,
      name: this.#name || undefined,
      role: this.#parts.role?.(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    session.begin(view);
    emit(this.#host, "tessera-member-signed-in", { memberId: view.member.id });
    this.#isSent = false;
    this.#parts.signedIn();
  }
}

/** The visitor proved an e-mail address and is signed in. */
export type MemberSignedInEvent = CustomEvent<{ readonly memberId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-member-signed-in": MemberSignedInEvent;
  }
}
