import { html, nothing, type TemplateResult } from "lit";
import { type Desk } from "../../base/desk.ts";
import { languages } from "../../base/texts.ts";
import { textOf } from "../../parts/dialog.ts";
import { type SiteValues } from "./site-values.ts";
import { settingsVoice } from "./texts.ts";

type Options = readonly (readonly [value: string, text: string])[];

/** The site's languages, money and time, and where its mails lead to. */
export function siteFields(
  desk: Desk,
  { locale, locales, currency, timeZone, siteUrl }: SiteValues,
  urlProblem: string | undefined,
): TemplateResult {
  const say = settingsVoice(desk);
  return html`${choice("locale", say("locale"), locale, Object.entries(languages))}
    <fieldset class="ticks">
      <legend>${say("locales")}</legend>
      ${Object.entries(languages).map(
        ([tag, name]) =>
          html`<label lang=${tag}
            ><input
              type="checkbox"
              name="locales"
              .value=${tag}
              .defaultChecked=${locales.includes(tag)}
            />${name}</label
          >`,
      )}
    </fieldset>
    ${choice("currency", say("currency"), currency, currencyNames(desk.language), say("currencyHint"))}
    ${choice("timeZone", say("timeZone"), timeZone, zoneNames(), say("timeZoneHint"))}
    <div class="field">
      <label for="site-url">${say("siteUrl")}</label>
      <input
        id="site-url"
        name="siteUrl"
        type="url"
        dir="ltr"
        maxlength="300"
        aria-invalid=${urlProblem ? "true" : nothing}
        aria-describedby="site-url-hint site-url-problem"
        .defaultValue=${siteUrl}
      />
      <p class="quiet" id="site-url-hint">${say("siteUrlHint")}</p>
      <p class="problem" id="site-url-problem">${urlProblem}</p>
    </div>`;
}

/** What was chosen in these fields, as the API takes it. The main language is always one of those offered. */
export function siteChanges(filled: FormData) {
  const locale = textOf(filled, "locale");
  const siteUrl = textOf(filled, "siteUrl");
  return {
    locale,
    locales: [...new Set([locale, ...filled.getAll("locales").filter((each) => typeof each === "string")])],
    currency: textOf(filled, "currency"),
    timeZone: textOf(filled, "timeZone"),
    siteUrl: siteUrl === "" ? null : siteUrl,
  };
}

/** Whether a page can have this address. */
export const isPage = (typed: string): boolean =>
  ["http:", "https:"].includes(URL.parse(typed)?.protocol ?? "");

function choice(name: string, label: string, value: string, options: Options, hint?: string): TemplateResult {
  // What the site has may be older than this browser's list.
  const all = options.some(([each]) => each === value) ? options : [[value, value] as const, ...options];
  return html`<div class="field">
    <label for="site-${name}">${label}</label>
    <select id="site-${name}" name=${name} aria-describedby=${hint ? `site-${name}-hint` : nothing}>
      ${all.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
    ${hint ? html`<p class="quiet" id="site-${name}-hint">${hint}</p>` : nothing}
  </div>`;
}

function currencyNames(language: string): Options {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => [code, `${code} · ${names.of(code) ?? code}`]);
}

const zoneNames = (): Options => {
  const zones = Intl.supportedValuesOf("timeZone");
  // Some browsers leave it out of their list.
  return [...new Set(["UTC", ...zones])].map((zone) => [zone, zone.replaceAll("_", " ")]);
};
