import { type ApiError } from "@tessera/sdk/browser";
import { type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { type Panel } from "../base/lazy.ts";
import { type Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { type HoursTexts } from "./hours.texts.ts";

/** A part of the hours beside the week, loaded when somebody turns to it. */
export interface Part extends Panel {
  readonly load: Pick<Load<readonly unknown[], unknown>, "value" | "failure" | "state" | "reload">;
  render(): TemplateResult;
}

/** What a part needs of the widget. */
export interface PartParts {
  readonly page: Page;
  /** The widget's own sentences. */
  readonly say: Say<HoursTexts>;
  /** The host, by id, while the part is shown; null otherwise, so that nothing is loaded. */
  readonly owner: () => readonly [hostId: string] | null;
  /** The zone whose dates the host thinks in. */
  readonly timeZone: () => string;
  readonly refused: (failure: ApiError) => TemplateResult;
  /** Called when what clients can book has changed. */
  readonly changed: () => void;
}
