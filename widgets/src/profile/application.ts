import { type Contract } from "@tessera/sdk/browser";
import { css, html, nothing, type TemplateResult } from "lit";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { dateFormat } from "../base/format.ts";
import { type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { applicationTexts, type ApplicationTexts } from "./application.texts.ts";
import { outline } from "./outline.ts";
import { type View, type ViewParts } from "./view.ts";
import { writingField } from "./writing-field.ts";

type Roles = Contract["people"]["getProviderRoles"]["output"];
type Role = Roles["roles"][number];
type Application = Contract["people"]["listApplications"]["output"]["items"][number];

interface Known extends Roles {
  /** The member's newest application for each role. */
  readonly newest: ReadonlyMap<string, Application>;
}

/** Applying to offer services: the roles the site takes, how each application stands, and a form for those that are open. */
export class ApplicationView implements View {
  readonly #host: PanelHost;
  readonly #parts: ViewParts;
  readonly #texts: Texts<ApplicationTexts>;
  readonly #loaded: Load<readonly [string], Known>;
  readonly #form: Form;

  constructor(host: PanelHost, parts: ViewParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, applicationTexts);
    this.#loaded = new Load(host, {
      args: () => {
        const member = parts.member();
        return member ? ([member.id] as const) : null;
      },
      load: (_, options) => this.#read(options),
    });
    this.#form = new Form(host, {
      check: ({ role }) => (role ? {} : { role: this.#texts.say("roleMissing") }),
      send: ({ role = "", note = "" }) => this.#apply(role, note),
    });
    wear(host, fieldStyles);
    wear(host, styles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get state(): WidgetState {
    const { value, state } = this.#loaded;
    return value?.roles.length === 0 ? "empty" : state;
  }

  retry(): void {
    this.#loaded.reload();
  }

  async #read(options: { readonly signal: AbortSignal; readonly fresh: boolean }): Promise<Known> {
    const { people } = this.#parts.page.client;
    const [roles, { items }] = await Promise.all([
      people.getProviderRoles({}, options),
      people.listApplications({ limit: 100 }, options),
    ]);
    return { ...roles, newest: new Map(items.toReversed().map((item) => [item.role, item])) };
  }

  async #apply(role: string, note: string): Promise<void> {
    const { client } = this.#parts.page;
    const { id, state } = await client.people.applyForRole({ role, note });
    emit(this.#host, "tessera-application-sent", { applicationId: id, role });
    this.#host.announce(this.#texts.say(state === "approved" ? "sentAndApproved" : "sent"));
    this.#loaded.reload();
    void this.#host.focusOn("[data-heading]");
  }

  render(): TemplateResult {
    const { value, failure } = this.#loaded;
    const { say } = this.#parts;
    const trouble = failure
      ? failureNotice(failure, say, this.#host.sentence(failure), () => this.retry())
      : nothing;
    if (!value) return failure ? html`${trouble}` : outline;
    if (value.roles.length === 0) return notice(this.#texts.say("nothingToApplyFor"));
    return html`${trouble}
      <section class="card applying" part="card">
        <header class="head" part="head">
          <h3 tabindex="-1" data-heading>${this.#texts.say("title")}</h3>
        </header>
        ${this.#standings(value)} ${this.#applying(value)}
      </section>`;
  }

  #standings({ roles, newest }: Known): TemplateResult | typeof nothing {
    const made = roles.flatMap((role) => newest.get(role) ?? []);
    return made.length === 0
      ? nothing
      : html`<ul class="standings">
          ${made.map((application) => this.#standing(application))}
        </ul>`;
  }

  #standing({ role, state, reason, appliedAt, decidedAt }: Application): TemplateResult {
    const { say } = this.#texts;
    const date = dateFormat(this.#host.locale.tag, { dateStyle: "long" }).format(
      Date.parse(decidedAt ?? appliedAt),
    );
    return html`<li class="standing" data-role=${role}>
      <div class="head">
        <h4>${this.#nameOf(role)}</h4>
        <span class="badge small ${state}">${say(state)}</span>
      </div>
      <p class="small muted">${say(`${state}Hint`, { date })}</p>
      ${
        reason
          ? html`<blockquote>
              <p class="small muted">${say("reason")}</p>
              <p><bdi>${reason}</bdi></p>
            </blockquote>`
          : nothing
      }
    </li>`;
  }

  #applying({ roles, newest, approvesByItself }: Known): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    const open = roles.filter((role) => !["applied", "approved"].includes(newest.get(role)?.state ?? ""));
    if (open.length === 0) return nothing;
    const { failure, busy } = this.#form;
    const isAgain = open.length === 1 && newest.has(open[0] ?? "");
    return html`<form class="form" novalidate @submit=${this.#form.submit}>
      ${this.#choice(open)}
      ${writingField({
        name: "note",
        label: say("note"),
        hint: say("noteHint"),
        rows: 4,
        maxLength: 2000,
      })}
      <p class="small muted">${say(approvesByItself ? "atOnce" : "reviewed")}</p>
      ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
      <button class="button primary" part="button" aria-busy=${busy}>
        ${say(isAgain ? "sendAgain" : "send")}
      </button>
    </form>`;
  }

  #choice(open: readonly Role[]): TemplateResult {
    const { say } = this.#texts;
    const [first] = open;
    if (open.length === 1 && first)
      return html`<input type="hidden" name="role" .value=${first} />
        <p>${say("role")} <strong>${this.#nameOf(first)}</strong></p>`;
    const wrong = this.#form.wrong("role");
    return html`<fieldset
      role="radiogroup"
      tabindex=${wrong ? -1 : nothing}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby=${wrong ? "role-note" : nothing}
    >
      <legend>${say("role")}</legend>
      <div class="roles">
        ${open.map(
          (role) =>
            html`<label class="role"
              ><input type="radio" name="role" .value=${role} />${this.#nameOf(role)}</label
            >`,
        )}
      </div>
      ${wrong ? html`<p id="role-note" class="small wrong">${wrong}</p>` : nothing}
    </fieldset>`;
  }

  #nameOf(role: string): string {
    const { say } = this.#texts;
    switch (role) {
      case "coach":
      case "seller":
      case "developer":
      case "teacher":
        return say(role);
      default:
        return role;
    }
  }
}

const styles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 8px;
    font-weight: 550;
  }
  h4 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  .applying .form {
    max-width: 34em;
  }
  .roles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(10em, 100%), 1fr));
    gap: 8px;
  }
  .role {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 8px 14px;
    font-weight: 400;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    cursor: pointer;
  }
  .role:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
  }
  .role input {
    flex: none;
    width: 1.125em;
    height: 1.125em;
    min-height: 0;
    margin: 0;
    accent-color: var(--_ink);
  }
  .standings,
  .standing {
    display: grid;
    gap: 8px;
  }
  .standing {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .badge {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-weight: 550;
  }
  .badge.approved {
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 12%, var(--_surface));
  }
  .badge.applied {
    color: var(--_ink);
    background: var(--_tint);
  }
  blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
