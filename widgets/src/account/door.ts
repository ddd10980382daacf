import { html, nothing, type TemplateResult } from "lit";
import { emit } from "../base/events.ts";
import { type Page } from "../base/contexts.ts";
import { LazyPanel, type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { type ApiError } from "@tessera/sdk/browser";
import { field, fieldStyles } from "../parts/field/field.ts";
import { isEmail } from "../parts/field/email.ts";
import { Form } from "../parts/field/form.ts";
import { notice } from "../parts/notice.ts";
import { type CodeSignIn, type Role } from "../parts/sign-in/code-sign-in.ts";
import { pageUrl } from "./addresses.ts";
import { doorTexts, type DoorTexts } from "./door.texts.ts";
import { RoleNames } from "./roles.ts";

/** Ways in that need more than a code from the mail. */
export type DoorWay = "password" | "join" | "forgotten" | "reset";

/** What the door needs of the widget. */
export interface DoorParts {
  readonly page: Page;
  /** The roles the site offers to everybody. */
  readonly roles: () => readonly Role[];
  /** Whether people may sign up with a password; else they join by a code. */
  readonly allowsPasswords: () => boolean;
  /** The token of the link that lets a new password be set. */
  readonly resetToken: () => string;
  readonly refused: (failure: ApiError) => TemplateResult;
  readonly turn: (way: DoorWay | "code") => void;
  readonly signedIn: () => void;
  /** Called when the new password is set. */
  readonly passwordSet: () => void;
}

const titles = {
  password: "signInTitle",
  join: "joinTitle",
  forgotten: "forgottenTitle",
  reset: "forgottenTitle",
} as const;

const submits = {
  password: "signIn",
  join: "join",
  forgotten: "sendLink",
  reset: "setPassword",
} as const;

/** Signing in by password, joining, and a password that was forgotten. */
export class Door implements Panel {
  readonly #host: PanelHost;
  readonly #parts: DoorParts;
  readonly #texts: Texts<DoorTexts>;
  readonly #names: RoleNames;
  readonly #forms: Readonly<Record<DoorWay, Form>>;
  readonly #joining: LazyPanel<CodeSignIn>;
  #sentTo = "";
  /** As what somebody joins by a code; the first role unless chosen. */
  #role: Role | undefined;

  constructor(host: PanelHost, parts: DoorParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, doorTexts);
    this.#names = new RoleNames(host);
    const { say } = this.#texts;
    const email = (text?: string) => !isEmail(text) && { email: say("emailWrong") };
    const fresh = (text = "") => text.length < 8 && { password: say("passwordShort") };
    const weak = {
      "identity.password_too_common": "password",
      "identity.password_too_personal": "password",
    } as const;
    this.#forms = {
      password: new Form(host, {
        check: (sent) => ({
          ...email(sent["email"]),
          ...(!sent["password"] && { password: say("passwordMissing") }),
        }),
        send: ({ email: address = "", password = "" }) => this.#signIn(address, password),
        at: { "identity.sign_in_failed": "password" },
      }),
      join: new Form(host, {
        check: (sent) => ({
          ...(!sent["name"] && { name: say("nameMissing") }),
          ...email(sent["email"]),
          ...fresh(sent["password"]),
          ...(this.#parts.roles().length > 1 && !sent["role"] && { role: say("roleMissing") }),
        }),
        send: (values, form) => this.#join(values, form),
        at: { ...weak, "identity.email_taken": "email", "identity.role_refused": "role" },
      }),
      forgotten: new Form(host, {
        check: (sent) => ({ ...email(sent["email"]) }),
        send: ({ email: address = "" }) => this.#forget(address),
      }),
      reset: new Form(host, {
        check: (sent) => ({ ...fresh(sent["password"]) }),
        send: ({ password = "" }) => this.#reset(password),
        at: weak,
      }),
    };
    this.#joining = new LazyPanel(host, async () => {
      const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
      const { page, signedIn } = parts;
      return new CodeSignIn(host, { page, signedIn, role: () => this.#role });
    });
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready && this.#names.ready;
  }

  /** What a way in is called. */
  titleOf(way: DoorWay): string {
    return this.#texts.say(titles[way]);
  }

  render(way: DoorWay): TemplateResult {
    const { say } = this.#texts;
    if (way === "join" && !this.#parts.allowsPasswords()) return this.#joinByCode();
    const form = this.#forms[way];
    return html`${way === "forgotten" && this.#sentTo ? notice(say("linkSent", { email: this.#sentTo })) : nothing}
      <form class="form" novalidate aria-labelledby="title" @submit=${form.submit}>
        ${this.#fields(way, form)} ${form.failure ? this.#parts.refused(form.failure) : nothing}
        <div class="actions">
          <button class="button primary" part="button" aria-busy=${form.busy}>${say(submits[way])}</button>
          ${this.#aside(way)}
        </div>
      </form>`;
  }

  #aside(way: DoorWay): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    const to = way === "password" ? "forgotten" : "password";
    if (way === "join") return nothing;
    return html`<button type="button" class="button quiet" part="button" @click=${() => this.#parts.turn(to)}>
      ${say(way === "password" ? "forgotten" : "back")}
    </button>`;
  }

  /** A template of its own for each way: fields of one must not keep what was written into those of another. */
  #fields(way: DoorWay, form: Form): TemplateResult {
    const { say } = this.#texts;
    const name = () =>
      field({ name: "name", label: say("name"), autocomplete: "name", error: form.wrong("name") });
    const email = (autocomplete: AutoFill, hint?: string) =>
      field({
        name: "email",
        label: say("email"),
        type: "email",
        autocomplete,
        ...(hint && { hint }),
        error: form.wrong("email"),
      });
    const password = (isNew: boolean, hint?: string) =>
      field({
        name: "password",
        label: say(way === "reset" ? "newPassword" : "password"),
        type: "password",
        autocomplete: isNew ? "new-password" : "current-password",
        ...(hint && { hint }),
        error: form.wrong("password"),
      });
    switch (way) {
      case "password":
        return html`${email("username")} ${password(false)}`;
      case "join":
        return html`${name()} ${email("username")} ${password(true, say("passwordHint"))}
        ${this.#roleFields(form)}`;
      case "forgotten":
        return html`${email("email", say("forgottenHint"))}`;
      case "reset":
        return html`${password(true, `${say("passwordHint")} ${say("setPasswordHint")}`)}`;
    }
  }

  #joinByCode(): TemplateResult {
    return html`${this.#roleFields()} ${this.#joining.panel?.render(this.#texts.say("join")) ?? nothing}`;
  }

  /** By a code somebody joins as one thing, and may be more later. */
  #roleFields(form?: Form): TemplateResult {
    const { say } = this.#texts;
    const roles = this.#parts.roles();
    if (roles.length < 2) return html``;
    const wrong = form?.wrong("role");
    const choose = ({ target }: Event) => {
      this.#role = roles.find((role) => target instanceof HTMLInputElement && role === target.value);
    };
    return html`<fieldset aria-describedby=${wrong ? "role-note" : nothing} @change=${choose}>
      <legend>${say("rolesLegend")}</legend>
      <div class="ticks">
        ${roles.map(
          (role, at) =>
            html`<label class="tick"
              ><input
                type=${form ? "checkbox" : "radio"}
                name="role"
                .value=${role}
                ?checked=${at === 0}
                aria-invalid=${wrong ? "true" : nothing}
              />${this.#names.nameOf(role)}</label
            >`,
        )}
      </div>
      ${wrong ? html`<p id="role-note" class="small wrong">${wrong}</p>` : nothing}
    </fieldset>`;
  }

  async #signIn(email: string, password: string): Promise<void> {
    const { client, session } = this.#parts.page;
    this.#enter(await client.identity.signIn({ email, password }), session);
  }

  async #join(
    { name = "", email = "", password = "" }: Readonly<Record<string, string>>,
    form: HTMLFormElement,
  ): Promise<void> {
    const { client, session } = this.#parts.page;
    const chosen = new FormData(form).getAll("role");
    const roles = this.#parts.roles().filter((role) => chosen.includes(role));
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    this.#enter(
      await client.identity.signUp({
        name,
        email,
        password,
        ...(roles.length > 0 && { roles }),
        timeZone,
        pageUrl: pageUrl(),
      }),
      session,
    );
  }

  #enter(view: Parameters<Page["session"]["begin"]>[0], session: Page["session"]): void {
    session.begin(view);
    emit(this.#host, "tessera-member-signed-in", { memberId: view.member.id });
    this.#parts.signedIn();
  }

  async #forget(email: string): Promise<void> {
    await this.#parts.page.client.identity.requestPasswordReset({ email, pageUrl: pageUrl() });
    this.#sentTo = email;
    this.#host.announce(this.#texts.say("linkSent", { email }));
    void this.#host.focusOn("#title");
  }

  async #reset(password: string): Promise<void> {
    const { client } = this.#parts.page;
    await client.identity.resetPassword({ token: this.#parts.resetToken(), password });
    this.#parts.passwordSet();
  }
}
