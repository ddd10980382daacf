import { css, html, nothing, type TemplateResult } from "lit";
import { drawing } from "../icon.ts";
import { type GigCard } from "./gig-names.ts";

const easel =
  "M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM8 21l2-4M16 21l-2-4M4 14l4-4 4 4 3-3 5 5";

/** The picture of a gig, with a drawing behind it while there is none; beside the title, so silent for people who listen. */
export const cover = ({ cover: picture }: Pick<GigCard, "cover">): TemplateResult =>
  html`<span class="cover" part="cover" aria-hidden="true">
    ${drawing(easel)}
    ${
      picture === null
        ? nothing
        : html`<img
            alt=""
            decoding="async"
            loading="lazy"
            src=${picture.previewUrl ?? picture.url}
            @load=${showWhatCame}
            @error=${showWhatCame}
          />`
    }
  </span>`;

/** Where the page's policy or the network keeps a picture away, what is behind it stays. */
export const showWhatCame = ({ type, target }: Event): void => {
  if (target instanceof HTMLImageElement) target.classList.toggle("missing", type === "error");
};

export const coverStyles = css`
  .cover {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 10;
    overflow: hidden;
    background: var(--_tint);
    color: var(--_ink);
  }
  .cover svg {
    width: 2.5em;
    height: 2.5em;
    stroke-width: 1.25;
    opacity: 0.55;
  }
  .cover img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .missing {
    opacity: 0;
  }
`;
