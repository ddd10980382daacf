import { type Page } from "../src/base/contexts.ts";
import { TesseraElement } from "../src/base/element.ts";
import { type OpenPage, openPage } from "../src/base/page.ts";
import { goodAnswers, present } from "./coach.ts";
import { type Answers, FakeApi } from "./fake-api.ts";

/** What a test stands on: a page of a site, the API it talks to, and the widget in it. */
export interface Stage {
  readonly api: FakeApi;
  readonly page: OpenPage;
  readonly widget: TesseraElement;
  /** Everything the widget's shadow root shows, as a person reads it. */
  readonly text: () => string;
  /** The first element that matches; throws when there is none. */
  readonly find: (selector: string) => HTMLElement;
  readonly all: (selector: string) => HTMLElement[];
  /** Waits until a condition holds, for at most ten seconds. */
  readonly until: (condition: () => unknown) => Promise<void>;
}

/** How a stage differs from the usual one. */
export interface StageOptions {
  readonly answers?: Answers;
  readonly locale?: string;
  /** The name of the tab's memory; two stages with the same one are two pages of one tab. */
  readonly tab?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  /** What happens to the page before the widget is there. */
  readonly before?: (page: Page) => unknown;
}

let tabs = 0;
const open: { readonly page: OpenPage; readonly root: HTMLElement }[] = [];

/** Sets the stage: a fake site that answers well unless told otherwise, and one widget. */
export async function stage(tag: string, options: StageOptions = {}): Promise<Stage> {
  const {
    answers,
    locale = "en-US",
    attributes = {},
    tab = `tab${String(++tabs).padStart(5, "0")}`,
  } = options;
  const startedAt = Date.now();
  const now = options.now ?? (() => present + Date.now() - startedAt);
  const api = new FakeApi({ ...goodAnswers, ...answers }, now);
  const root = document.createElement("main");
  document.body.append(root);
  const key = `pk_test_${tab}`;
  const page = openPage(
    { url: "https://api.test", key, locale, remember: "session", fetch: api.fetch },
    root,
  );
  open.push({ page, root });
  await options.before?.(page);
  await customElements.whenDefined(tag);
  const widget = document.createElement(tag);
  if (!(widget instanceof TesseraElement)) throw new Error(`${tag} is no widget.`);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  root.append(widget);
  const shown = () => widget.shadowRoot ?? widget;
  const text = () => (shown().textContent ?? "").replaceAll(/\s+/g, " ").trim();
  const find = (selector: string) => {
    const found = shown().querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector} in: ${text()}`);
    return found;
  };
  const isSettled = (state: string | null) => state !== null && (state !== "loading" || api.isSilent);
  await until(() => isSettled(widget.getAttribute("state")), text).catch(() => undefined);
  return {
    api,
    page,
    widget,
    text,
    find,
    all: (selector) => [...shown().querySelectorAll<HTMLElement>(selector)],
    until: (condition) => until(condition, text),
  };
}

/** Takes everything down, for `afterEach`. */
export function strike(): void {
  for (const { page, root } of open.splice(0)) {
    page.close();
    root.remove();
  }
  sessionStorage.clear();
}

/** Waits until a condition holds, for at most ten seconds; `describe` says what is there instead. */
export async function until(condition: () => unknown, describe: () => string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    try {
      if (condition()) return;
    } catch {
      // An element that is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`It never happened: ${String(condition)}. There is: ${describe()}`);
}
