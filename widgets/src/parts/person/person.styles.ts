import { css } from "lit";

/** The look of photos, ratings, names and topics of people. */
export const personStyles = css`
  .photo {
    position: relative;
    flex: none;
    width: 64px;
    height: 64px;
    border-radius: var(--tessera-photo-radius, 50%);
    overflow: hidden;
    background: var(--_tint);
    color: var(--_ink);
  }
  .photo svg,
  .photo img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .photo text {
    font-size: 15px;
    font-weight: 600;
    fill: currentcolor;
    stroke: none;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .photo .missing {
    opacity: 0;
  }
  .who {
    display: flex;
    gap: 14px;
    align-items: start;
    min-width: 0;
  }
  .who > div {
    flex: 1;
    min-width: 0;
  }
  .name {
    font-size: 1.0625em;
    line-height: 1.35;
  }
  .name a,
  .name button {
    color: inherit;
    font-weight: inherit;
    text-align: start;
    text-decoration: none;
  }
  .name a:hover,
  .name button:hover {
    color: var(--_ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .headline {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    line-height: 1.4;
    margin-block: 2px 4px;
    font-size: 0.9375em;
  }
  .rating {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .rating b {
    font-weight: 600;
  }
  .star {
    width: 1.125em;
    height: 1.125em;
    fill: var(--tessera-star, light-dark(#b7791f, #f0b849));
    stroke: none;
  }
  .person-facts {
    display: grid;
    gap: 6px;
  }
  .person-facts div {
    display: flex;
    gap: 8px;
    min-width: 0;
  }
  .person-facts dt {
    color: var(--_muted);
    line-height: 0;
    margin-top: 0.125em;
  }
  .person-facts dd {
    min-width: 0;
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .topics li {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
`;
