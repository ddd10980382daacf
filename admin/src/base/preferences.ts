import { type Keep } from "@tessera/sdk/browser";
import { directionOf, isLanguage, type Language, languageOf } from "./texts.ts";

export type Look = "auto" | "light" | "dark";

/** How the app looks and speaks in this tab. */
export class Preferences {
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** The language chosen here, else the account's, else the browser's. */
  language(account: string | undefined): Language {
    const chosen = this.#keep.text("language");
    return languageOf(chosen ?? account ?? navigator.language);
  }

  get look(): Look {
    const look = this.#keep.text("look");
    return look === "light" || look === "dark" ? look : "auto";
  }

  /** Whether single keys are shortcuts; some people speak to their computers, which types them. */
  get hasShortcuts(): boolean {
    return this.#keep.text("shortcuts") !== "off";
  }

  chooseShortcuts(isOn: boolean): void {
    this.#keep.write("shortcuts", isOn ? undefined : "off");
  }

  chooseLanguage(language: string): void {
    if (isLanguage(language)) this.#keep.write("language", language);
  }

  chooseLook(look: Look): void {
    this.#keep.write("look", look === "auto" ? undefined : look);
  }

  /** Does something that empties the tab's memory, and remembers this afterwards. */
  async surviving(work: () => Promise<void>): Promise<void> {
    const { look, hasShortcuts } = this;
    const language = this.#keep.text("language");
    await work();
    this.chooseLook(look);
    this.chooseShortcuts(hasShortcuts);
    if (language !== undefined) this.chooseLanguage(language);
  }
}

/** Puts language, direction and colours on the page. */
export function dress({ documentElement: root }: Document, language: Language, look: Look): void {
  root.lang = language;
  root.dir = directionOf(language);
  if (look === "auto") delete root.dataset["look"];
  else root.dataset["look"] = look;
}
