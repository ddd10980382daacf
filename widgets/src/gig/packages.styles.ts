import { css } from "lit";

/** The look of a gig's packages, as tabs and side by side. */
export const packageStyles = css`
  .chooser {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 18px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface);
  }
  .chooser .tabs {
    margin: -8px -4px 0;
  }
  .chooser .tab {
    flex: 1 0 auto;
    padding-inline: 8px;
    text-align: center;
  }
  .package {
    display: grid;
    gap: 10px;
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .naming h3 {
    flex: 1 1 8em;
    overflow-wrap: anywhere;
  }
  .naming b {
    font-size: 1.25em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .traits {
    display: grid;
    gap: 6px;
  }
  .traits li {
    display: flex;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .traits svg {
    margin-top: 0.1em;
    color: var(--_success);
  }
  .traits li:first-child svg {
    color: var(--_muted);
  }
  .extras {
    padding-top: 14px;
    border-top: 1px solid var(--_line);
  }
  .extra {
    display: flex;
    padding-block: 6px;
    align-items: start;
  }
  .extra input {
    margin-top: 0.2em;
  }
  .extra > span > span {
    display: block;
  }
  .sum {
    display: grid;
    gap: 4px;
    padding-top: 14px;
    border-top: 1px solid var(--_line);
  }
  .sum div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .sum dt {
    color: var(--_muted);
  }
  .sum dd {
    font-variant-numeric: tabular-nums;
  }
  .sum .total dd {
    font-weight: 650;
  }
  .compare {
    display: none;
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.9375em;
  }
  .compare th,
  .compare td {
    padding: 10px 12px;
    border-block-end: 1px solid var(--_line);
    text-align: center;
    vertical-align: middle;
    overflow-wrap: anywhere;
  }
  .compare th {
    font-weight: 550;
  }
  .compare thead th {
    background: var(--_soft);
  }
  .compare thead bdi {
    display: block;
    font-weight: 400;
  }
  .compare th[scope="row"],
  .compare thead th:first-child {
    text-align: start;
  }
  .compare td svg {
    color: var(--_success);
    vertical-align: middle;
  }
  .comparing {
    display: none;
  }
  @container (width >= 40em) {
    .compare {
      display: table;
    }
    .comparing {
      display: grid;
    }
  }
`;
