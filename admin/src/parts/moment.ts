import { html, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";

/** An instant in the reader's language and time zone. */
export const momentText = ({ language }: Pick<Desk, "language">, instant: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));

/** An instant on a page; a dash when there is none. */
export const moment = (desk: Pick<Desk, "language">, instant: string | null): TemplateResult | string =>
  instant === null ? "—" : html`<time datetime=${instant}>${momentText(desk, instant)}</time>`;
