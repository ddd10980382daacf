import { type TemplateResult } from "lit";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page, type SignedIn, type Site } from "../base/contexts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { type Panel } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";

/** One of the views of the widget: a panel that says how it looks at the moment. */
export interface View extends Panel {
  readonly state: WidgetState;
  render(): TemplateResult;
  /** Loads again what failed. */
  retry(): void;
}

/** What a view needs of the widget. */
export interface ViewParts {
  readonly page: Page;
  readonly say: Say<BaseTexts>;
  readonly site: () => Site | null | undefined;
  readonly member: () => SignedIn;
}
