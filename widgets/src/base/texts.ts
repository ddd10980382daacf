import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { baseTexts } from "./base.texts.ts";
import { numberFormat } from "./format.ts";
import { type Locale } from "./locale.ts";

/** A sentence, or its forms by plural category, chosen by the param `count`. Params stand in braces: `{name}`. */
export type Entry =
  | string
  | ({ readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>);
export type Dictionary = Readonly<Record<string, Entry>>;

/** What a translation of a dictionary must hold: the same entries, plural where the original is. */
export type Translation<Original extends Dictionary> = {
  readonly [Name in keyof Original]: Original[Name] extends string ? string : Exclude<Entry, string>;
};

type Placeholders<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ParamsOf<Original extends Entry> = Placeholders<
  Original extends string ? Original : Original[keyof Original]
>;

/** Says an entry in the widget's language. The compiler knows which params its sentence needs. */
export type Say<Original extends Dictionary> = <Name extends keyof Original & string>(
  name: Name,
  ...[params]: [ParamsOf<Original[Name]>] extends [never]
    ? []
    : [params: Readonly<Record<ParamsOf<Original[Name]>, string | number>>]
) => string;

/** Where a widget's texts come from: English is part of it, other languages are loaded when somebody reads them. */
export interface TextSource<Original extends Dictionary> {
  readonly en: Original;
  readonly "zh-CN": () => Promise<{ readonly texts: Translation<Original> }>;
  readonly ar: () => Promise<{ readonly texts: Translation<Original> }>;
}

/** Fills the params into a sentence; numbers are written as the locale writes them. */
export function fill(entry: Entry, params: Readonly<Record<string, string | number>>, tag: string): string {
  const { count } = params;
  const sentence =
    typeof entry === "string"
      ? entry
      : (entry[new Intl.PluralRules(tag).select(Number(count))] ?? entry.other);
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? "";
    return typeof value === "number" ? numberFormat(tag).format(value) : value;
  });
}

/** How many credits, by the first two letters of each language that has arrived: amounts are written where no texts are at hand. */
export const creditWords: Record<string, Entry> & { readonly en: Entry } = { en: baseTexts.en.inCredits };

/** Keeps an element's texts in the page's language. `ready` is false until a language other than English has arrived. */
export class Texts<Original extends Dictionary> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly locale: Locale };
  readonly #sources: readonly TextSource<Dictionary>[];
  #language = "en";
  #entries: Dictionary;

  constructor(
    host: ReactiveControllerHost & { readonly locale: Locale },
    ...sources: readonly TextSource<Dictionary>[]
  ) {
    this.#host = host;
    this.#sources = sources;
    this.#entries = this.#english;
    host.addController(this);
  }

  get ready(): boolean {
    return this.#language === this.#host.locale.language;
  }

  readonly say: Say<Original> = (name, ...[params]) =>
    fill(this.#entries[name] ?? name, params ?? {}, this.#host.locale.tag);

  get #english(): Dictionary {
    return Object.assign({}, ...this.#sources.map(({ en }) => en));
  }

  hostUpdate(): void {
    const { language } = this.#host.locale;
    if (language === this.#language) return;
    const loads =
      language === "en" ? [] : this.#sources.map((source) => source[language]().then(({ texts }) => texts));
    void Promise.all(loads)
      // Without the network there may be no dictionary: English is better than nothing.
      .catch(() => [])
      .then((loaded) => {
        if (this.#host.locale.language !== language) return;
        this.#entries = Object.assign({}, this.#english, ...loaded);
        const words = this.#entries["inCredits"];
        if (words) creditWords[language.slice(0, 2)] = words;
        this.#language = language;
        this.#host.requestUpdate();
      });
  }
}
