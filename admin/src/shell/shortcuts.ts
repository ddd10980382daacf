import { html, type TemplateResult } from "lit";
import { type Desk, may } from "../base/desk.ts";
import { sections } from "../routes.ts";

/** What a key pressed outside a field asks for. */
export type Wish = { readonly go: string } | "search" | "help";

/** Understands keys one by one: `g` and a section's letter, `/`, `?`. Keys with a modifier and keys in fields are not its own. */
export class Shortcuts {
  readonly #wish: (wish: Wish) => void;
  #isGoing = false;

  constructor(wish: (wish: Wish) => void) {
    this.#wish = wish;
  }

  connect(): void {
    document.addEventListener("keydown", this.#press);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.#press);
  }

  readonly #press = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (isTypedIn(target) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const wish = this.#isGoing ? goingTo(key) : key === "/" ? "search" : key === "?" ? "help" : null;
    this.#isGoing = key === "g" && !this.#isGoing;
    if (!wish) return;
    event.preventDefault();
    this.#wish(wish);
  };
}

// A dialog that was just closed keeps the focus until the page is drawn again; what is pressed then is meant for the page.
const isTypedIn = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.checkVisibility() &&
  target.closest("input, textarea, select, dialog") !== null;

function goingTo(key: string): Wish | null {
  const section = sections.find((each) => each.key === key);
  return section ? { go: section.path } : null;
}

/** All shortcuts, for the dialog that tells them, with the switch that turns them off. */
export const shortcutList = (
  desk: Desk,
  { isOn, toggle }: { readonly isOn: boolean; readonly toggle: () => void },
): TemplateResult => {
  const { say } = desk;
  return html`<label class="row"
      ><input type="checkbox" .checked=${isOn} @change=${toggle} />${say("useShortcuts")}</label
    >
    <dl class="shortcuts">
      ${sections
        .filter(({ permission }) => may(desk, permission))
        .map(
          ({ key, title }) =>
            html`<div>
              <dt dir="ltr"><kbd>g</kbd> <kbd>${key}</kbd></dt>
              <dd>${say(title)}</dd>
            </div>`,
        )}
      <div>
        <dt dir="ltr"><kbd>/</kbd></dt>
        <dd>${say("toSearch")}</dd>
      </div>
      <div>
        <dt dir="ltr"><kbd>?</kbd></dt>
        <dd>${say("shortcuts")}</dd>
      </div>
    </dl>`;
};
