import { type ApiError } from "@tessera/sdk/browser";
import { type TemplateResult } from "lit";
import { type Page, type Site } from "../base/contexts.ts";
import { type Panel } from "../base/lazy.ts";
import { type Load } from "../base/load.ts";

/** One part of the account, loaded when somebody turns to it. */
export interface Section extends Panel {
  /** What it shows. */
  readonly load: Pick<Load<readonly unknown[], unknown>, "value" | "failure" | "state" | "reload">;
  /** The part itself, once its value is there. */
  render(): TemplateResult;
}

/** What a part needs of the widget. */
export interface SectionParts {
  readonly page: Page;
  readonly site: () => Site | null;
  /** Whose it is, by id; null while nobody is signed in or another part is shown, so that nothing is loaded. */
  readonly owner: () => readonly [memberId: string] | null;
  /** Something that was refused, as the widget shows it. */
  readonly refused: (failure: ApiError) => TemplateResult;
}
