import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { table } from "../../parts/table.ts";
import { activityState, activityVoice, plainKind } from "./activity-texts.ts";

type Entry = Contract["insights"]["listActivity"]["output"]["items"][number];

const pages: Readonly<Record<string, string>> = {
  booking: "/bookings",
  order: "/orders",
  report: "/moderation",
  case: "/moderation",
};

/** What a member did and what happened to them, the latest first. */
export class AdminActivity extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) memberId!: string;

  private readonly listing = new Listing<Entry>(this, {
    desk: () => this.desk,
    sorts: ["-at"],
    fetch: ({ client }, { page: { limit, cursor } }, options) =>
      client.insights.listActivity(
        { memberId: this.memberId, limit, ...(cursor !== undefined && { cursor }) },
        options,
      ),
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = activityVoice(desk);
    return html`<section class="card">
      <h2>${say("title")}</h2>
      ${table<Entry>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: [
          { heading: say("what"), text: (entry) => this.what(entry) },
          momentColumn(desk, say("when"), ({ at }) => at),
          { heading: say("about"), text: (entry) => this.about(entry) },
          {
            heading: say("state"),
            text: (entry) => this.state(entry),
            cell: (entry) =>
              entry.state === null ? "" : html`<span class="chip">${this.state(entry)}</span>`,
          },
        ],
        href: ({ kind, subjectId }) => {
          const page = pages[kind];
          return page === undefined || subjectId === null ? null : `${page}/${subjectId}`;
        },
      })}
    </section>`;
  }

  private what({ kind, count }: Entry): string {
    const say = activityVoice(this.desk);
    if (kind === "messages") return say("messages", { count: count ?? 0 });
    const known = plainKind(kind);
    return known ? say(known) : kind;
  }

  private state({ kind, state }: Entry): string {
    return state === null ? "" : activityState(this.desk, kind, state);
  }

  private about({ title, amountMinor, currency }: Entry): string {
    const amount =
      amountMinor === null || currency === null ? null : moneyText(amountMinor, currency, this.desk.language);
    return [title, amount].filter((part) => part !== null).join(" · ");
  }
}
