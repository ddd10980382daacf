import { html, type TemplateResult } from "lit";
import { mark } from "../../base/mark.ts";
import { type Speech } from "../../base/speech.ts";
import mosaic from "../../mosaic.svg";

/** A page for somebody who is not in the app yet: a form on one side, a picture on the other. `settings` is the choice of language and look. */
export const door = (speech: Speech, form: TemplateResult, settings: TemplateResult): TemplateResult =>
  html`<div class="door">
    <main>
      <div class="door-form">
        <p class="brand">${mark}Tessera</p>
        ${form}
      </div>
      <footer>${settings}</footer>
    </main>
    <aside>
      <img src=${mosaic} alt="" />
      <p>${speech.say("pictureLine")}</p>
    </aside>
  </div>`;
