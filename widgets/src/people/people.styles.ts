import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { noticeStyles } from "../parts/notice.ts";
import { personStyles } from "../parts/person/person.styles.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-items: end;
    margin-bottom: 20px;
  }
  .bar .field {
    gap: 4px;
  }
  .bar label {
    font-size: 0.875em;
  }
  .choices {
    display: none;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
    gap: 12px;
  }
  .choices.open {
    display: grid;
  }
  .amount {
    display: flex;
    gap: 6px;
  }
  .amount select {
    width: 5.5em;
  }
  .amount input {
    flex: 1;
    min-width: 0;
  }
  .frame {
    min-height: 63em;
  }
  .count {
    margin-bottom: 10px;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18.5em), 1fr));
    gap: 16px;
  }
  .person.card {
    position: relative;
    display: grid;
    grid-template-rows: 1fr auto auto;
    gap: 12px;
    min-height: 14.5em;
    padding: 18px;
    min-width: 0;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    transition: var(--_ease);
  }
  .person.card:hover {
    border-color: var(--_edge);
    box-shadow: var(--tessera-shadow, 0 1px 2px rgb(16 24 40 / 5%), 0 8px 28px rgb(16 24 40 / 6%));
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
  .card .name > *:focus-visible::after {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .card .person-facts {
    font-size: 0.9375em;
  }
  .card .person-facts dd {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .card .topics {
    height: 1.75em;
    overflow: hidden;
  }
  .more {
    margin-top: 16px;
  }
  .skeleton.person {
    height: 14.5em;
    border-radius: calc(var(--_radius) + 4px);
  }
  .skeleton.person:nth-child(n + 4) {
    display: none;
  }
  .skeleton.filter {
    height: 72px;
  }
  .skeleton.unfold {
    height: 44px;
  }
  .skeleton.count {
    width: 6em;
    height: 1.3125em;
  }
  .profile {
    display: grid;
    gap: 20px;
    min-height: 70em;
    align-content: start;
  }
  .skeleton.name {
    width: 9em;
    max-width: 100%;
    height: 1.6em;
    margin-bottom: 8px;
  }
  .skeleton.line {
    width: 14em;
    max-width: 100%;
    height: 1.2em;
  }
  .skeleton.text {
    height: 12em;
  }
  @container (width >= 40em) {
    .bar {
      grid-template-columns: minmax(0, 1fr) minmax(0, 13em);
    }
    .choices {
      display: grid;
      grid-column: 1 / -1;
    }
    .unfold {
      display: none;
    }
    .skeleton.person:nth-child(4) {
      display: block;
    }
  }
  @container (width >= 52em) {
    .profile {
      min-height: 44em;
    }
  }
  @container (width >= 60em) {
    .skeleton.person:nth-child(n) {
      display: block;
    }
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, fieldStyles, personStyles, own];
