import { html, type TemplateResult } from "lit";
import { type Unsent } from "./outbox.ts";

/** Files by their names. */
export const names = (files: Unsent["files"]): TemplateResult =>
  html`${files.map(({ name }) => html`<p class="small"><bdi>${name}</bdi></p>`)}`;
