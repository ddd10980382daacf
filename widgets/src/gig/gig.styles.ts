import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { tickStyles } from "../parts/field/tick.styles.ts";
import { coverStyles } from "../parts/gig/cover.ts";
import { noticeStyles } from "../parts/notice.ts";
import { personStyles } from "../parts/person/person.styles.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { tabStyles } from "../parts/tabs/tabs.ts";
import { packageStyles } from "./packages.styles.ts";

const own = css`
  .gig,
  .gig > header,
  .main,
  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .gig {
    gap: 20px;
    min-height: 66em;
  }
  .gig > header {
    gap: 8px;
  }
  .gig > header h2 {
    font-size: 1.5em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .gig h2:focus,
  .gig [data-heading]:focus {
    outline: none;
  }
  .seller {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .seller .photo {
    width: 40px;
    height: 40px;
  }
  .seller a {
    color: inherit;
    font-weight: 600;
  }
  .seller b {
    font-weight: 600;
  }
  .honours {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .honours li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 3px 10px;
    border-radius: 99px;
    background: var(--_soft);
    overflow-wrap: anywhere;
  }
  .honours svg {
    width: 1.1em;
    height: 1.1em;
    color: var(--_success);
  }
  .honours .level {
    color: var(--_ink);
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
  }
  .main {
    gap: 32px;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .part > h3 {
    font-size: 1.125em;
  }
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
    max-width: 44em;
  }
  .gallery {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .stage {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    aspect-ratio: 16 / 10;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .stage > img,
  .stage > video {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .document {
    display: grid;
    place-items: center;
    align-content: center;
    gap: 12px;
    padding: 24px;
    min-height: 0;
    color: var(--_ink);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .document svg {
    width: 4em;
    height: 4em;
    stroke-width: 1;
  }
  .document img {
    min-height: 0;
    max-width: 70%;
    max-height: 100%;
    box-shadow: 0 2px 12px rgb(0 0 0 / 20%);
  }
  .turn {
    position: absolute;
    inset-block-start: calc(50% - 22px);
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: var(--_surface);
    box-shadow: 0 1px 6px rgb(0 0 0 / 24%);
  }
  .turn.before {
    inset-inline-start: 10px;
  }
  .turn.after {
    inset-inline-end: 10px;
  }
  .before svg,
  [dir="rtl"] .after svg {
    rotate: 180deg;
  }
  [dir="rtl"] .before svg {
    rotate: none;
  }
  .thumbs {
    display: flex;
    gap: 8px;
    padding: 3px;
    margin-block: -3px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .thumb {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 88px;
    aspect-ratio: 16 / 10;
    overflow: hidden;
    border-radius: 8px;
    background: var(--_tint);
    color: var(--_ink);
  }
  .thumb img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .thumb svg {
    position: relative;
    padding: 4px;
    width: 2em;
    height: 2em;
    border-radius: 50%;
    background: var(--_surface);
  }
  .thumb[aria-pressed="true"] {
    box-shadow:
      inset 0 0 0 2px var(--_surface),
      0 0 0 2px var(--_ink);
  }
  .thumb:not([aria-pressed="true"]) {
    opacity: 0.8;
  }
  .requirements {
    display: grid;
    gap: 10px;
    margin: 0;
    padding-inline-start: 1.5em;
    max-width: 44em;
  }
  .requirements .topics {
    margin-top: 6px;
  }
  .faq {
    border-top: 1px solid var(--_line);
    max-width: 48em;
  }
  details {
    border-bottom: 1px solid var(--_line);
  }
  summary {
    padding: 12px 4px;
    min-height: 44px;
    font-weight: 550;
    cursor: pointer;
  }
  details p {
    padding: 0 4px 16px;
  }
  .skeleton.trail {
    width: 10em;
    height: 1.3em;
  }
  .skeleton.title {
    width: 22em;
    max-width: 100%;
    height: 2em;
  }
  .skeleton.chooser {
    height: 26em;
  }
  @container (width >= 52em) {
    .gig {
      min-height: 44em;
    }
    .columns {
      grid-template: auto 1fr / minmax(0, 1fr) minmax(18em, 23em);
      gap: 32px 40px;
      align-items: start;
    }
    .columns > .gallery,
    .main {
      grid-column: 1;
    }
    .side {
      grid-area: 1 / 2 / 3;
      position: sticky;
      top: var(--tessera-sticky-top, 16px);
    }
    .gig > header h2 {
      font-size: 1.75em;
    }
  }
  @container (width >= 100em) {
    .gig {
      max-width: 96em;
      margin-inline: auto;
    }
  }
`;

export const styles = [
  tokens,
  buttonStyles,
  noticeStyles,
  skeletonStyles,
  personStyles,
  coverStyles,
  tabStyles,
  tickStyles,
  own,
  packageStyles,
];
