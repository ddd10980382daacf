import { html, nothing, type TemplateResult } from "lit";
import { type Person } from "./person.ts";
import { initialsOf } from "./initials.ts";

/** A person's photo, with the initials behind it while there is none; beside the name, so silent for people who listen. */
export const photo = ({ name, photoUrl }: Pick<Person, "name" | "photoUrl">): TemplateResult =>
  html`<span class="photo" part="photo" aria-hidden="true">
    <svg viewBox="0 0 40 40"><text x="20" y="20">${initialsOf(name)}</text></svg>
    ${
      photoUrl === null
        ? nothing
        : html`<img
            alt=""
            decoding="async"
            loading="lazy"
            srcset="${photoUrl.replace(/320(?=\.webp$)/, "96")} 96w, ${photoUrl} 320w"
            sizes="(min-width: 60em) 96px, 64px"
            src=${photoUrl}
            @load=${showWhatCame}
            @error=${showWhatCame}
          />`
    }
  </span>`;

// Where the page's policy or the network keeps the picture away, the initials stay.
const showWhatCame = ({ type, target }: Event): void => {
  if (target instanceof HTMLImageElement) target.classList.toggle("missing", type === "error");
};
