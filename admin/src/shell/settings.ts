import { html, type TemplateResult } from "lit";
import { type Look } from "../base/preferences.ts";
import { type Speech } from "../base/speech.ts";
import { languages } from "../base/texts.ts";

/** What the choice of language and look needs. */
export interface SettingsParts {
  readonly speech: Speech;
  readonly look: Look;
  readonly chooseLanguage: (language: string) => void;
  readonly chooseLook: (look: Look) => void;
}

const looks = { auto: "lookAuto", light: "lookLight", dark: "lookDark" } as const;

/** The choice of language and look. */
export function settings({ speech, look, chooseLanguage, chooseLook }: SettingsParts): TemplateResult {
  const { say, language } = speech;
  return html`<div class="settings">
    <label>
      ${say("language")}
      <select
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && chooseLanguage(target.value)}
      >
        ${Object.entries(languages).map(
          ([tag, name]) =>
            html`<option value=${tag} lang=${tag} ?selected=${tag === language}>${name}</option>`,
        )}
      </select>
    </label>
    <label>
      ${say("look")}
      <select
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && chooseLook(lookOf(target.value))}
      >
        ${(["auto", "light", "dark"] as const).map(
          (name) => html`<option value=${name} ?selected=${name === look}>${say(looks[name])}</option>`,
        )}
      </select>
    </label>
  </div>`;
}

const lookOf = (text: string): Look => (text === "light" || text === "dark" ? text : "auto");
