import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { emit } from "../base/events.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { comboboxStyles } from "../parts/combobox/combobox.styles.ts";
import { comboboxTexts, type ComboboxTexts } from "../parts/combobox/combobox.texts.ts";
import { Combobox, type ComboboxView } from "../parts/combobox/combobox.ts";
import { field, fieldStyles } from "../parts/field/field.ts";
import { Form, type Wrong } from "../parts/field/form.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { countriesIn, languagesIn, placeName } from "./places.ts";
import { type Profile } from "./provider.ts";
import { providerTexts, type ProviderTexts } from "./provider.texts.ts";
import { networkName, networks, readLink } from "./socials.ts";
import { type ViewParts } from "./view.ts";
import { writingField } from "./writing-field.ts";

/** What the form needs of the profile. */
export interface ProfileFormParts extends ViewParts {
  readonly saved: (profile: Profile) => void;
  /** Called when the profile was changed somewhere else: the newest is needed. */
  readonly conflict: () => void;
  readonly leave: () => void;
}

const lists = ["expertise", "languages", "countries"] as const;
type List = (typeof lists)[number];
type Values = Readonly<Record<string, string>>;

/** The form of a profile: what is not accepted is told at its field, a lost connection saves later, a change elsewhere is told. */
export class ProfileForm implements Panel {
  readonly #host: PanelHost;
  readonly #parts: ProfileFormParts;
  readonly #texts: Texts<ProviderTexts & ComboboxTexts>;
  readonly #form: Form;
  readonly #boxes: Readonly<Record<List, Combobox>>;
  #profile: Profile | null = null;
  #chosen: Partial<Record<List, readonly string[]>> = {};
  #isConflict = false;
  /** Fields the API did not accept. */
  #refused: readonly string[] = [];

  constructor(host: PanelHost, parts: ProfileFormParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, providerTexts, comboboxTexts);
    this.#boxes = {
      expertise: new Combobox(host, "expertise"),
      languages: new Combobox(host, "languages"),
      countries: new Combobox(host, "countries"),
    };
    this.#form = new Form(host, {
      check: (values) => this.#check(values),
      send: (values) => this.#send(values),
    });
    // What could not be sent without a connection is sent when it is back.
    const again = () => {
      if (this.#form.failure?.status === 0) this.#host.renderRoot.querySelector("form")?.requestSubmit();
    };
    host.addController({
      hostConnected: () => addEventListener("online", again),
      hostDisconnected: () => removeEventListener("online", again),
    });
    wear(host, fieldStyles);
    wear(host, comboboxStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  #check(values: Values): Wrong {
    const { say } = this.#texts;
    this.#isConflict = false;
    this.#refused = [];
    const links = networks.filter((network) => values[network] && readLink(values[network]) === null);
    return {
      ...(!values["name"] && { name: say("nameMissing") }),
      ...Object.fromEntries(links.map((network) => [network, say("linkWrong")])),
    };
  }

  async #send(values: Values): Promise<void> {
    const { page } = this.#parts;
    const profile = this.#profile;
    if (!profile) return;
    const { name = "", headline = "", bio = "" } = values;
    try {
      const saved = await page.client.people.updateProfile({
        version: profile.version,
        headline,
        bio,
        socials: this.#linksOf(profile, values),
        expertise: [...this.#listOf("expertise")],
        languages: [...this.#listOf("languages")],
        countries: [...this.#listOf("countries")],
      });
      if (name !== profile.name) await this.#rename(name);
      emit(this.#host, "tessera-profile-saved", { memberId: saved.id, version: saved.version });
      this.#chosen = {};
      this.#form.values = {};
      this.#parts.saved({ ...saved, name });
    } catch (failure) {
      if (failure instanceof ApiError) this.#refuse(failure);
      throw failure;
    }
  }

  /** Links to networks the form does not know stay as they are. */
  #linksOf({ socials }: Profile, values: Values): Record<string, string> {
    const others = Object.entries(socials).filter(
      ([network]) => !networks.some((known) => known === network),
    );
    const own = networks.flatMap((network) => {
      const link = values[network] ? readLink(values[network]) : null;
      return link === null ? [] : [[network, link] as const];
    });
    return Object.fromEntries([...others, ...own]);
  }

  async #rename(name: string): Promise<void> {
    const { client, session } = this.#parts.page;
    session.update(await client.identity.updateMe({ name }));
  }

  #refuse(failure: ApiError): void {
    if (failure.is("request.conflict")) {
      this.#isConflict = true;
      this.#parts.conflict();
    }
    this.#refused = failure.fields.map(({ path }) => String(path[0] === "socials" ? path[1] : path[0]));
  }

  #listOf(name: List): readonly string[] {
    return this.#chosen[name] ?? this.#profile?.[name] ?? [];
  }

  #wrong(name: string): string | undefined {
    return (
      this.#form.wrong(name) ?? (this.#refused.includes(name) ? this.#texts.say("fieldRefused") : undefined)
    );
  }

  render(profile: Profile): TemplateResult {
    const { say } = this.#texts;
    this.#profile = profile;
    // After a refusal what was written stays.
    const { values } = this.#form;
    return html`<form class="form wide" novalidate @submit=${this.#form.submit}>
      ${field({
        name: "name",
        label: say("name"),
        autocomplete: "name",
        value: values["name"] ?? profile.name,
        error: this.#wrong("name"),
      })}
      ${field({
        name: "headline",
        label: say("headline"),
        isOptional: true,
        autocomplete: "off",
        maxLength: 160,
        value: values["headline"] ?? profile.headline,
        hint: say("headlineHint"),
        error: this.#wrong("headline"),
      })}
      ${writingField({
        name: "bio",
        label: say("bio"),
        rows: 6,
        maxLength: 5000,
        value: values["bio"] ?? profile.bio,
        hint: say("bioHint"),
        error: this.#wrong("bio"),
      })}
      ${this.#lists()} ${this.#links(profile)} ${this.#trouble()}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("save")}</button>
        <button type="button" class="button quiet" part="button" @click=${this.#leave}>
          ${say("cancel")}
        </button>
      </div>
    </form>`;
  }

  readonly #leave = () => {
    this.#form.forgive();
    this.#form.values = {};
    this.#chosen = {};
    this.#isConflict = false;
    this.#refused = [];
    this.#parts.leave();
  };

  #trouble(): TemplateResult | typeof nothing {
    const { failure } = this.#form;
    const { say } = this.#texts;
    if (!failure) return nothing;
    if (this.#isConflict) return html`<div role="alert">${notice(say("conflict"))}</div>`;
    if (failure.status === 0) return html`<div role="alert">${notice(say("savesLater"))}</div>`;
    return failureNotice(failure, this.#parts.say, this.#host.sentence(failure));
  }

  #lists(): TemplateResult {
    const { tag } = this.#host.locale;
    return html`${this.#list("expertise", {
      takesOwn: true,
      maxLength: 60,
      options: () => [],
      nameOf: (word) => word,
    })}
    ${this.#list("languages", {
      options: () => languagesIn(tag),
      nameOf: (code) => placeName(tag, "language", code),
    })}
    ${this.#list("countries", {
      options: () => countriesIn(tag),
      nameOf: (code) => placeName(tag, "region", code),
    })}`;
  }

  #list(
    name: List,
    view: Pick<ComboboxView, "options" | "nameOf" | "takesOwn" | "maxLength">,
  ): TemplateResult {
    const { say } = this.#texts;
    const error = this.#wrong(name);
    const note = error ?? (name === "expertise" ? say("expertiseHint") : undefined);
    return html`<div class="field">
      <label for=${name}>${say(name)}</label>
      ${this.#boxes[name].render({
        ...view,
        label: say(name),
        say,
        isMany: true,
        chosen: this.#listOf(name),
        isInvalid: error !== undefined,
        describedBy: note ? `${name}-note` : undefined,
        choose: (chosen) => {
          this.#chosen = { ...this.#chosen, [name]: chosen };
          this.#host.requestUpdate();
        },
      })}
      ${note ? html`<p id=${`${name}-note`} class="small ${error ? "wrong" : "muted"}">${note}</p>` : nothing}
    </div>`;
  }

  #links({ socials }: Profile): TemplateResult {
    const { say } = this.#texts;
    return html`<fieldset class="links">
      <legend>${say("socials")}</legend>
      ${networks.map((network) =>
        field({
          name: network,
          label: networkName(network, say("website")),
          autocomplete: "off",
          isOptional: true,
          maxLength: 300,
          value: this.#form.values[network] ?? socials[network] ?? "",
          error: this.#wrong(network),
        }),
      )}
    </fieldset>`;
  }
}
