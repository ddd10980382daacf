import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type WidgetState } from "../base/widget-state.ts";
import { LazyPanel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { type Offers } from "./offers.ts";
import { outline } from "./outline.ts";
import { Photo } from "./photo.ts";
import { placeName } from "./places.ts";
import { type ProfileForm } from "./profile-form.ts";
import { providerStyles } from "./provider.styles.ts";
import { providerTexts, type ProviderTexts } from "./provider.texts.ts";
import { networkName } from "./socials.ts";
import { type View, type ViewParts } from "./view.ts";

export type Profile = Contract["people"]["getProfile"]["output"];

/** What can be missing, by the name of what it is called. */
const parts = ["photo", "headline", "bio", "languages", "countries", "expertise", "offer"] as const;

/** A provider's own profile as others see it, how complete it is, its photo, its offers, and the form that changes it. */
export class ProviderView implements View {
  readonly #host: PanelHost;
  readonly #parts: ViewParts;
  readonly #texts: Texts<ProviderTexts>;
  readonly #loaded: Load<readonly [string], Profile>;
  readonly #photo: Photo;
  readonly #form: LazyPanel<ProfileForm>;
  readonly #offers: LazyPanel<Offers>;
  #isEditing = false;
  #isSaved = false;

  constructor(host: PanelHost, parts: ViewParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, providerTexts);
    const { page } = parts;
    this.#loaded = new Load(host, {
      args: () => {
        const member = parts.member();
        return member ? ([member.id] as const) : null;
      },
      load: (_, options) => page.client.people.getProfile({}, options),
    });
    const reload = () => this.#loaded.reload();
    this.#photo = new Photo(host, { page, say: parts.say, changed: reload });
    this.#form = new LazyPanel(host, async () => {
      const { ProfileForm } = await import("./profile-form.ts");
      return new ProfileForm(host, {
        ...parts,
        saved: (profile) => this.#saved(profile),
        conflict: reload,
        leave: () => this.#leave(),
      });
    });
    this.#offers = new LazyPanel(host, async () => {
      const { Offers } = await import("./offers.ts");
      return new Offers(host, { ...parts, changed: reload });
    });
    wear(host, providerStyles);
  }

  get ready(): boolean {
    return this.#texts.ready && this.#photo.ready;
  }

  get state(): WidgetState {
    return this.#loaded.state;
  }

  retry(): void {
    this.#loaded.reload();
  }

  #saved(profile: Profile): void {
    this.#loaded.value = profile;
    this.#isEditing = false;
    this.#isSaved = true;
    this.#host.announce(this.#texts.say("saved"));
    void this.#host.focusOn("[data-edit]");
  }

  #leave(): void {
    this.#isEditing = false;
    void this.#host.focusOn("[data-edit]");
  }

  async #edit(field?: string): Promise<void> {
    this.#isSaved = false;
    if (field === "photo") return this.#host.focusOn("#photo");
    if (field === "offer") return this.#host.focusOn("[data-add-offer]");
    this.#isEditing = true;
    this.#host.requestUpdate();
    await this.#form.arrived().catch(() => undefined);
    await this.#host.focusOn(`#${field ?? "name"}`);
  }

  render(): TemplateResult {
    const { value: profile, failure } = this.#loaded;
    const { say } = this.#parts;
    const trouble = failure
      ? failureNotice(failure, say, this.#host.sentence(failure), () => this.retry())
      : nothing;
    if (!profile) return failure ? html`${trouble}` : outline;
    this.#photo.follow(profile);
    return html`${trouble}
      <section class="card provider" part="card" aria-label=${this.#texts.say("edit")}>
        ${this.#completeness(profile)} ${this.#photo.render(profile)}
        ${
          this.#isEditing
            ? (this.#form.panel?.render(profile) ?? html`<div class="skeleton field"></div>`)
            : this.#shown(profile)
        }
        ${this.#offers.panel?.render() ?? html`<div class="skeleton field"></div>`}
      </section>`;
  }

  #completeness({ completeness: { percent, missing }, isListed, isHidden }: Profile): TemplateResult {
    const { say } = this.#texts;
    return html`<div class="completeness">
      <div class="head">
        <h3 tabindex="-1" data-heading>
          ${percent === 100 ? say("completeAll") : say("complete", { percent })}
        </h3>
      </div>
      <progress max="100" value=${percent} aria-hidden="true"></progress>
      ${
        missing.length > 0
          ? html`<p class="small muted" id="missing">${say("missing")}</p>
              <ul class="missing" aria-labelledby="missing">
                ${missing.map((item) => this.#missing(item))}
              </ul>`
          : nothing
      }
      ${
        isHidden
          ? notice(say("hiddenByTeam"))
          : isListed
            ? nothing
            : html`<p class="small muted">${say("hidden")}</p>`
      }
    </div>`;
  }

  #missing(item: string): TemplateResult | typeof nothing {
    const part = parts.find((known) => known === item);
    if (!part) return nothing;
    return html`<li>
      <button class="button small" part="button" data-missing=${item} @click=${() => void this.#edit(item)}>
        ${this.#texts.say(part)}
      </button>
    </li>`;
  }

  #shown(profile: Profile): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const named = (type: "language" | "region", codes: readonly string[]) =>
      codes.map((code) => placeName(tag, type, code));
    return html`<div class="person">
      ${this.#isSaved ? notice(say("saved")) : nothing}
      <div>
        <h2><bdi>${profile.name}</bdi></h2>
        ${profile.headline ? html`<p class="muted"><bdi>${profile.headline}</bdi></p>` : nothing}
      </div>
      <dl>
        ${this.#fact("bio", profile.bio)} ${this.#facts("expertise", profile.expertise)}
        ${this.#facts("languages", named("language", profile.languages))}
        ${this.#facts("countries", named("region", profile.countries))} ${this.#socials(profile.socials)}
      </dl>
      <div class="actions">
        <button class="button primary" part="button" data-edit @click=${() => void this.#edit()}>
          ${say("edit")}
        </button>
      </div>
    </div>`;
  }

  #fact(name: "bio", text: string): TemplateResult {
    const { say } = this.#texts;
    return html`<div>
      <dt class="small muted">${say(name)}</dt>
      <dd>${text ? html`<bdi>${text}</bdi>` : html`<span class="muted">${say("nothingYet")}</span>`}</dd>
    </div>`;
  }

  #facts(name: "expertise" | "languages" | "countries", items: readonly string[]): TemplateResult {
    const { say } = this.#texts;
    return html`<div>
      <dt class="small muted">${say(name)}</dt>
      <dd>
        ${
          items.length > 0
            ? html`<ul class="words">
                ${items.map((item) => html`<li><bdi>${item}</bdi></li>`)}
              </ul>`
            : html`<span class="muted">${say("nothingYet")}</span>`
        }
      </dd>
    </div>`;
  }

  #socials(socials: Readonly<Record<string, string>>): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    const links = Object.entries(socials);
    if (links.length === 0) return nothing;
    return html`<div>
      <dt class="small muted">${say("socials")}</dt>
      <dd>
        <ul class="words">
          ${links.map(
            ([network, url]) =>
              html`<li>
                <a href=${url} target="_blank" rel="noopener nofollow ugc"
                  >${networkName(network, say("website"))}</a
                >
              </li>`,
          )}
        </ul>
      </dd>
    </div>`;
  }
}
