import { css } from "lit";

export const profileStyles = css`
  .back {
    justify-self: start;
    margin-inline-start: -10px;
  }
  .back svg {
    rotate: 180deg;
  }
  [dir="rtl"] .back svg {
    rotate: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 16px 24px;
  }
  .head .who {
    flex: 1 1 18em;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .head h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }
  .head h2:focus,
  .booking h3:focus,
  .profile > [data-heading]:focus {
    outline: none;
  }
  .head .photo {
    width: 72px;
    height: 72px;
  }
  .columns,
  .main,
  .side,
  .part {
    display: grid;
    align-content: start;
    min-width: 0;
  }
  .columns,
  .main {
    gap: 28px;
  }
  .side {
    gap: 24px;
  }
  .part {
    gap: 10px;
  }
  .part > .button {
    justify-self: start;
  }
  .bio,
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
    max-width: 42em;
  }
  .offers,
  .reviews {
    display: grid;
    gap: 12px;
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 16px;
    min-height: 5em;
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .offer > div {
    flex: 1 1 9em;
  }
  .offer .title {
    font-weight: 550;
  }
  .skeleton.offer {
    height: 5em;
    border: 0;
  }
  .averages {
    display: grid;
    gap: 6px;
    max-width: 30em;
  }
  .averages > div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 12px;
    align-items: center;
  }
  .averages dd {
    display: flex;
    align-items: center;
    gap: 10px;
    font-variant-numeric: tabular-nums;
  }
  .bar-of {
    flex: 1;
    min-width: 0;
    height: 6px;
    border-radius: 3px;
    fill: var(--_line);
    stroke: none;
  }
  .bar-of .full {
    fill: var(--_accent);
  }
  [dir="rtl"] .bar-of {
    scale: -1 1;
  }
  .review {
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .review b {
    margin-inline-end: 0.4em;
    font-weight: 600;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .links a {
    color: var(--_ink);
    line-height: 2;
  }
  @container (width >= 52em) {
    .head .photo {
      width: 96px;
      height: 96px;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(16em, 21em);
      gap: 40px;
    }
    .side {
      grid-area: 1 / 2;
    }
  }
`;
