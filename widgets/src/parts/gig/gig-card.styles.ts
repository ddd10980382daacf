import { css } from "lit";

/** The look of gigs in a list and in rows. */
export const cardStyles = css`
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5em), 1fr));
    gap: 16px;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    margin-bottom: 8px;
  }
  .row h3 {
    font-size: 1.125em;
  }
  .strip {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: min(15em, 78%);
    gap: 14px;
    padding: 4px 4px 10px;
    margin-inline: -4px;
    overflow-x: auto;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline proximity;
    scroll-padding-inline: 4px;
    scrollbar-width: thin;
  }
  .strip > * {
    scroll-snap-align: start;
  }
  .card {
    position: relative;
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr);
    min-width: 0;
    overflow: hidden;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    transition: var(--_ease);
  }
  .card:hover {
    border-color: var(--_edge);
    box-shadow: var(--tessera-shadow, 0 1px 2px rgb(16 24 40 / 5%), 0 8px 28px rgb(16 24 40 / 6%));
  }
  .told {
    display: grid;
    grid-template-rows: 1fr auto auto;
    gap: 8px;
    padding: 12px 14px 14px;
    min-width: 0;
  }
  .card .name {
    font-size: 1em;
    font-weight: 550;
    text-wrap: wrap;
    overflow-wrap: anywhere;
  }
  .card .name bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .card .name > *::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: calc(var(--_radius) + 4px);
  }
  .card .name > *:focus-visible {
    outline: none;
  }
  .card:has(.name > :focus-visible) {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .by,
  .terms {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .who {
    display: grid;
    min-width: 0;
    line-height: 1.3;
  }
  .who > bdi {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .level {
    color: var(--_ink);
    font-weight: 550;
  }
  .by .photo {
    width: 28px;
    height: 28px;
  }
  .by .rating {
    flex: none;
    margin-inline-start: auto;
    font-size: 1em;
  }
  .by .rating .muted {
    display: none;
  }
  .terms {
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .terms b {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .terms > span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .terms svg {
    width: 1.1em;
    height: 1.1em;
  }
`;
