import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../base/desk.ts";
import { AdminElement } from "../base/element.ts";
import { Load } from "../base/load.ts";
import { type Translation } from "../base/texts.ts";
import { facts } from "./facts.ts";
import { voices } from "./texts.ts";

type Stats = Contract["reviews"]["getReviewStats"]["output"];
type Dimensions = Contract["reviews"]["listDimensions"]["output"]["items"];

const en = {
  title: "Reviews",
  none: "Nobody has written a review yet.",
  average: "Average",
  count: "Reviews",
  replied: "Replied to",
  answerTime: "Half of the replies within",
  hours: "{count} h",
  stars: "Stars",
  times: "Times",
  months: "By month",
  month: "Month",
} as const;

const zh: Translation<typeof en> = {
  title: "评价",
  none: "还没有人写评价。",
  average: "平均分",
  count: "评价数",
  replied: "已回复",
  answerTime: "半数回复不超过",
  hours: "{count} 小时",
  stars: "星级",
  times: "次数",
  months: "按月",
  month: "月份",
};

const ar: Translation<typeof en> = {
  title: "التقييمات",
  none: "لم يكتب أحد تقييما بعد.",
  average: "المتوسط",
  count: "عدد التقييمات",
  replied: "مع رد",
  answerTime: "نصف الردود خلال",
  hours: "{count} ساعة",
  stars: "النجوم",
  times: "المرات",
  months: "حسب الشهر",
  month: "الشهر",
};

const voice = voices<typeof en>({ en, "zh-CN": zh, ar });

interface Seen {
  readonly stats: Stats;
  readonly dimensions: Dimensions;
}

/** How what is said of a member or a gig adds up: the stars, the months, each thing that is rated, and the replies. */
class AdminReviewNumbers extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  /** Whom it is about, unless a gig is named. */
  @property({ attribute: false }) personId = "";
  @property({ attribute: false }) gigId = "";

  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async ({ client: { reviews } }, options) => {
      const { personId, gigId } = this;
      const [stats, session, gig] = await Promise.all([
        reviews.getReviewStats(gigId ? { gigId } : { personId }, options),
        reviews.listDimensions({ context: "session" }, options),
        reviews.listDimensions({ context: "gig" }, options),
      ]);
      return { stats, dimensions: [...session.items, ...gig.items] };
    },
  );

  override render(): TemplateResult {
    const say = voice(this.desk);
    return html`<section class="card" aria-labelledby="review-numbers">
      <h2 id="review-numbers">${say("title")}</h2>
      ${this.seen.show((seen) => this.content(seen))}
    </section>`;
  }

  private content({ stats, dimensions }: Seen): TemplateResult {
    const { desk } = this;
    const say = voice(desk);
    const { rating, replies, months } = stats;
    if (rating.average === null) return html`<p class="quiet">${say("none")}</p>`;
    const number = (value: number, style: "decimal" | "percent" = "decimal") =>
      new Intl.NumberFormat(desk.language, {
        style,
        maximumFractionDigits: style === "percent" ? 0 : 2,
      }).format(value);
    const rated = stats.dimensions.flatMap(({ dimension, average }): [string, string][] => {
      const known = dimensions.find(({ name }) => name === dimension);
      return known ? [[known.labels[desk.language] ?? known.labels.en, number(average)]] : [];
    });
    return html`${facts([
      [say("average"), number(rating.average)],
      [say("count"), number(rating.count)],
      [say("replied"), replies.share === null ? null : number(replies.share, "percent")],
      [
        say("answerTime"),
        replies.medianHours === null ? null : say("hours", { count: number(replies.medianHours) }),
      ],
      ...rated,
    ])}
    ${numbersTable(
      say("stars"),
      [say("stars"), say("times")],
      rating.distribution.map((count, at) => [number(at + 1), number(count)]).toReversed(),
    )}
    ${
      months.length === 0
        ? nothing
        : numbersTable(
            say("months"),
            [say("month"), say("average"), say("count")],
            months.map(({ month, average, count }) => [
              new Intl.DateTimeFormat(desk.language, {
                month: "long",
                year: "numeric",
                timeZone: "UTC",
              }).format(new Date(`${month}-01T00:00:00Z`)),
              number(average),
              number(count),
            ]),
          )
    }`;
  }
}

const numbersTable = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult =>
  html`<div>
    <table class="plain-table">
      <caption class="quiet">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** How what is said of a member or of a gig adds up. */
export const reviewNumbers = (
  desk: Desk,
  { personId = "", gigId = "" }: { readonly personId?: string; readonly gigId?: string },
): TemplateResult =>
  html`<admin-review-numbers .desk=${desk} .personId=${personId} .gigId=${gigId}></admin-review-numbers>`;

customElements.define("admin-review-numbers", AdminReviewNumbers);
