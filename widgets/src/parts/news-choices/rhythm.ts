import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost, wear } from "../../base/lazy.ts";
import { Texts } from "../../base/texts.ts";
import { fieldStyles } from "../field/field.ts";
import { Form, type Wrong } from "../field/form.ts";
import { choice } from "../field/choice.ts";
import { rhythmTexts, type RhythmTexts } from "./rhythm.texts.ts";
import { type NewsChoicesParts } from "./news-choices.ts";

type Choices = Contract["notifications"]["getPreferences"]["output"];
type Change = Contract["notifications"]["updatePreferences"]["input"];
type Digest = Choices["digest"];

const digests = ["off", "hourly", "daily", "weekly"] as const satisfies readonly Digest[];

// What people who keep quiet hours mostly mean by them.
const usualHours = { from: "22:00", until: "07:00" };

/** When mails come: each by itself or bundled, and the hours in which only urgent news does. */
export class Rhythm {
  readonly #host: PanelHost;
  readonly #parts: NewsChoicesParts;
  readonly #texts: Texts<RhythmTexts>;
  readonly #form: Form;
  /** Whether the hours are shown; undefined as long as nobody has touched the tick. */
  #isQuiet: boolean | undefined;

  constructor(host: PanelHost, parts: NewsChoicesParts, taken: (choices: Choices) => void) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, rhythmTexts);
    this.#form = new Form(host, {
      check: (values) => this.#check(values),
      send: async (values) => {
        taken(await parts.page.client.notifications.updatePreferences(changeOf(values)));
        this.#isQuiet = undefined;
        this.#host.announce(this.#texts.say("saved"));
      },
    });
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render({ digest, quietHours, timeZone }: Choices): TemplateResult {
    const { say } = this.#texts;
    const { failure } = this.#form;
    const isQuiet = this.#isQuiet ?? quietHours !== null;
    const { from, until } = quietHours ?? usualHours;
    return html`<form
      class="form"
      data-form="rhythm"
      novalidate
      aria-labelledby="rhythm-title"
      @submit=${this.#form.submit}
    >
      <h3 id="rhythm-title">${say("title")}</h3>
      ${choice({
        name: "digest",
        label: say("digest"),
        value: digest,
        names: () => digests.map((each) => [each, say(each)]),
      })}
      <fieldset>
        <legend>${say("quietHours")}</legend>
        <label class="tick"
          ><input
            type="checkbox"
            name="quiet"
            .checked=${isQuiet}
            aria-describedby="quiet-note"
            @change=${(event: Event) => this.#turn(event)}
          />${say("quiet")}</label
        >
        <p id="quiet-note" class="small muted">
          ${say("quietHint", { zone: timeZone.replaceAll("_", " ") })}
        </p>
        ${isQuiet ? html`<div class="hours">${this.#time("from", from)} ${this.#time("until", until)}</div>` : nothing}
      </fieldset>
      ${failure ? this.#parts.refused(failure) : nothing}
      <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("save")}</button>
    </form>`;
  }

  #time(name: "from" | "until", value: string): TemplateResult {
    const error = this.#form.wrong(name);
    return html`<div class="field">
      <label for=${name}>${this.#texts.say(name)}</label>
      <input
        id=${name}
        name=${name}
        part="input"
        type="time"
        required
        .value=${value}
        aria-invalid=${error ? "true" : nothing}
        aria-describedby=${error ? `${name}-note` : nothing}
      />
      ${error ? html`<p id="${name}-note" class="small wrong">${error}</p>` : nothing}
    </div>`;
  }

  #turn({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    this.#isQuiet = currentTarget.checked;
    this.#form.forgive();
  }

  #check({ quiet, from, until }: Readonly<Record<string, string>>): Wrong {
    if (quiet === undefined) return {};
    const { say } = this.#texts;
    if (!from) return { from: say("timeMissing") };
    if (!until) return { until: say("timeMissing") };
    return from === until ? { until: say("sameTime") } : {};
  }
}

function changeOf({ digest, quiet, from = "", until = "" }: Readonly<Record<string, string>>): Change {
  return {
    digest: digests.find((each) => each === digest),
    quietHours: quiet === undefined ? null : { from, until },
  };
}
