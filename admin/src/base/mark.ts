import { html, type TemplateResult } from "lit";
import address from "../mark.svg";

/** Tessera's sign: four pieces of a mosaic. */
export const mark: TemplateResult = html`<img class="mark" src=${address} alt="" width="26" height="26" />`;
