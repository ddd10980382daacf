import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, svg, type TemplateResult } from "lit";
import { numberFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type PersonTexts } from "../parts/person/person.texts.ts";
import { personFacts, personHead, type PersonParts } from "../parts/person/person.ts";
import { formatRating } from "../parts/person/rating.ts";
import { type MatchTexts } from "./match.texts.ts";

/** How many shades parts of a score are told apart by. */
const shades = 6;

/** One match as the API answers it. */
export type Match = Contract["matching"]["matchPeople"]["output"]["items"][number];

/** What drawing a match needs of the widget. */
export interface MatchParts extends Omit<PersonParts, "say"> {
  readonly say: Say<PersonTexts & MatchTexts>;
  /** Whether the reasons are unfolded at first. */
  readonly isOpen: boolean;
  /** The way to book; nothing where the site takes no bookings. */
  readonly book: TemplateResult | typeof nothing;
}

const factorNames: Readonly<Partial<Record<string, keyof MatchTexts & FactorName>>> = {
  language: "language",
  country: "country",
  goals: "goals",
  budget: "budget",
  availability: "availability",
  rating: "rating",
};
type FactorName = "language" | "country" | "goals" | "budget" | "availability" | "rating";

const nameOfFactor = (factor: string, say: Say<MatchTexts>): string => {
  const name = factorNames[factor];
  return name ? say(name) : factor;
};

/** One person who fits: the score as the sum of its parts, how sure it is, a reason for every factor, and what moved the person in the list. */
export function matchCard(match: Match, parts: MatchParts): TemplateResult {
  const { person, score } = match;
  return html`<li class="match" part="match" data-person=${person.id}>
    <div class="whom">
      ${personHead(person, parts)} ${personFacts(person, parts)}
      ${parts.book === nothing ? nothing : html`<div class="actions">${parts.book}</div>`}
    </div>
    <div class="fit">
      ${score === null ? nothing : html`${scoreOf(match, score, parts)} ${confidenceOf(match, parts)}`}
      ${reasonsOf(match, parts)}
    </div>
  </li>`;
}

function scoreOf({ parts: shares }: Match, score: number, { say, tag }: MatchParts): TemplateResult {
  const written = formatRating(tag, score);
  const sum = new Intl.ListFormat(tag, { style: "narrow" }).format(
    shares.map(({ factor, points }) =>
      say("part", { factor: nameOfFactor(factor, say), points: formatRating(tag, points) }),
    ),
  );
  let from = 0;
  return html`<div class="score">
      <span class="muted">${say("score")}</span>
      <span><b>${written}</b><span class="hush">${say("ofHundred", { score: written })}</span></span>
    </div>
    <svg
      class="bar"
      part="score"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label=${say("sumOf", { score: written, parts: sum })}
    >
      <rect width="100" height="8"></rect>
      ${shares.map(({ points }, at) => {
        const x = from;
        from += points;
        return svg`<rect class="share s${at % shades}" x=${x} width=${points} height="8"></rect>`;
      })}
    </svg>`;
}

const levels = [
  [75, "highConfidence"],
  [45, "fairConfidence"],
  [0, "lowConfidence"],
] as const;

function confidenceOf({ confidence }: Match, { say, tag }: MatchParts): TemplateResult {
  const [, level] = levels.find(([from]) => confidence >= from) ?? levels[2];
  const percent = numberFormat(tag, { style: "percent" }).format(confidence / 100);
  return html`<p class="confidence small" part="confidence">
    <svg class="steps" viewBox="0 0 23 16" aria-hidden="true">
      ${[0, 1, 2, 3].map(
        (at) =>
          svg`<rect class=${confidence > at * 25 ? "full" : ""} x=${at * 6} y=${12 - at * 4} width="5" height=${4 + at * 4} rx="1"></rect>`,
      )}
    </svg>
    <span>${say(level)}</span>
    <span class="muted">${say("known", { percent })}</span>
  </p>`;
}

function reasonsOf(match: Match, { say, tag, isOpen }: MatchParts): TemplateResult {
  const { parts: shares, reasons, adjustments, score } = match;
  return html`<details class="why" ?open=${isOpen}>
    <summary part="why">${say(score === null ? "whyHere" : "why")}</summary>
    <ul class="reasons">
      ${reasons.map(({ factor, text }) => {
        const at = shares.findIndex((share) => share.factor === factor);
        return html`<li>
          <p class="reason">
            ${at < 0 ? nothing : swatch(at)}<span>${nameOfFactor(factor, say)}</span>
            ${at < 0 ? nothing : html`<b>${pointsOf(tag, shares[at]?.points ?? 0)}</b>`}
          </p>
          <p class="small muted">${text}</p>
        </li>`;
      })}
      ${
        score === null
          ? nothing
          : html`<li class="total">
              <p class="reason"><span>${say("together")}</span><b>${formatRating(tag, score)}</b></p>
            </li>`
      }
    </ul>
    ${
      adjustments.length === 0
        ? nothing
        : html`<h4>${say("order")}</h4>
            <ul class="reasons">
              ${adjustments.map(
                ({ points, text }) =>
                  html`<li>
                    <p class="reason"><span>${text}</span><b>${pointsOf(tag, points)}</b></p>
                  </li>`,
              )}
            </ul>
            <p class="small muted">${say("orderNote")}</p>`
    }
  </details>`;
}

const swatch = (at: number): TemplateResult =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect class=${`share s${at % shades}`} width="10" height="10" rx="3"></rect>
  </svg>`;

/** Points with their sign: they are added to a sum. */
const pointsOf = (tag: string, points: number): string =>
  numberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(points);
