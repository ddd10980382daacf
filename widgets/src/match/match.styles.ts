import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { personStyles } from "../parts/person/person.styles.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
    min-height: 56em;
  }
  .frame.low {
    min-height: 15em;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-height: 44px;
  }
  .list {
    display: grid;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .match {
    display: grid;
    gap: 18px;
    padding: 18px;
    min-width: 0;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
  }
  .whom,
  .fit {
    display: grid;
    align-content: start;
    gap: 12px;
    min-width: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .score {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    font-variant-numeric: tabular-nums;
  }
  .score b {
    font-size: 1.5em;
    line-height: 1.2;
    font-weight: 650;
  }
  .bar {
    display: block;
    width: 100%;
    height: 10px;
    border-radius: 5px;
    fill: var(--_line);
    stroke: none;
  }
  [dir="rtl"] .bar {
    scale: -1 1;
  }
  .share {
    stroke: none;
  }
  .s0 {
    fill: var(--_accent);
  }
  .s1 {
    fill: color-mix(in oklab, var(--_accent) 72%, var(--_surface));
  }
  .s2 {
    fill: color-mix(in oklab, var(--_accent) 82%, var(--_text));
  }
  .s3 {
    fill: color-mix(in oklab, var(--_accent) 52%, var(--_surface));
  }
  .s4 {
    fill: color-mix(in oklab, var(--_accent) 60%, var(--_text));
  }
  .s5 {
    fill: color-mix(in oklab, var(--_accent) 36%, var(--_surface));
  }
  .confidence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .steps {
    width: 23px;
    height: 16px;
    fill: var(--_line);
    stroke: none;
  }
  .steps .full {
    fill: var(--_ink);
  }
  .why summary {
    min-height: 32px;
    align-content: center;
    color: var(--_ink);
    font-weight: 550;
    cursor: pointer;
  }
  .why h4 {
    margin: 16px 0 4px;
    font: inherit;
    font-weight: 600;
  }
  .reasons {
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .reason {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .reason span {
    flex: 1;
  }
  .reason b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    direction: ltr;
  }
  .swatch {
    align-self: center;
    width: 12px;
    height: 12px;
  }
  .total {
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
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
  .invite {
    display: grid;
    justify-items: start;
    gap: 10px;
  }
  h2:focus {
    outline: none;
  }
  .invite h2 {
    font-size: 1.25em;
  }
  .skeleton.match {
    height: 14em;
    border: 0;
  }
  @container (width >= 44em) {
    .match {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
      gap: 32px;
      padding: 22px;
    }
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, personStyles, own];
