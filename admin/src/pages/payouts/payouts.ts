import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { choices, peopleField, spanFields } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn, spanOf } from "../../parts/moment.ts";
import { moneyColumn } from "../../parts/money.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { type Column, table } from "../../parts/table.ts";
import { decisionQuestion, decisions, fileQuestion, openTo, openToFile, type Payout } from "./decisions.ts";
import { type Minimums, minimumsCard, readMinimums } from "./minimums.ts";
import { payoutsVoice } from "./texts.ts";

type Payouts = Contract["money"]["listPayouts"];
type Row = Payout & { readonly payee: string };

const states = [
  "requested",
  "approved",
  "on_its_way",
  "paid",
  "failed",
  "rejected",
  "cancelled",
  "returned",
] as const satisfies readonly Payout["state"][];
const ways = ["bank", "stripe"] as const satisfies readonly Payout["account"]["way"][];

const looks: Readonly<Partial<Record<Payout["state"], string>>> = {
  requested: "waiting-chip",
  approved: "waiting-chip",
  on_its_way: "waiting-chip",
  paid: "good",
  failed: "bad",
  returned: "bad",
};

/** The queue of payouts: found by state, payee, way and time, and decided about by many at once. */
export class AdminPayouts extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  @state() private chosen: ReadonlySet<string> = new Set();

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly minimums = new Load<Minimums>(this, () => this.desk, readMinimums);
  private readonly listing = new Listing<Row, NonNullable<Payouts["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "reference", "-reference"],
    fetch: async (desk, { filters, page }, options) => {
      const wanted = states.find((each) => each === filters["state"]);
      const way = ways.find((each) => each === filters["way"]);
      const { payee, reference } = filters;
      const { items, nextCursor } = await desk.client.money.listPayouts(
        {
          ...page,
          ...spanOf(filters),
          ...(wanted && { state: wanted }),
          ...(way && { way }),
          ...(payee && { payee }),
          ...(reference && { reference }),
        },
        options,
      );
      const members = await membersOf(
        desk,
        items.map(({ memberId }) => memberId),
        options,
      );
      return { items: items.map((each) => ({ ...each, payee: nameOf(members, each.memberId) })), nextCursor };
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = payoutsVoice(desk);
    const decides = may(desk, "money.payouts");
    return html`<div class="page">
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${decides ? this.deeds() : nothing}
      ${table<Row>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: this.columns(),
        filters: [
          { name: "state", label: say("state"), options: choices(states, (each) => say(each)) },
          peopleField(desk, "payee", say("payee")),
          { name: "way", label: say("way"), options: choices(ways, (each) => say(each)) },
          { name: "reference", label: say("reference") },
          ...spanFields(desk),
        ],
      })}
      ${may(desk, "tenancy.view_settings") ? this.minimums.show((held) => this.least(held)) : nothing}
      ${this.dialog.show()}
    </div>`;
  }

  private least(held: Minimums): TemplateResult {
    return minimumsCard({
      desk: this.desk,
      held,
      ask: (question) => this.dialog.ask(question),
      done: () => this.minimums.reload(),
    });
  }

  /** What can be done with those that were chosen. */
  private deeds(): TemplateResult | typeof nothing {
    const { desk, listing } = this;
    if (listing.items.length === 0) return nothing;
    const say = payoutsVoice(desk);
    const chosen = listing.items.filter(({ id }) => this.chosen.has(id));
    const isAll = chosen.length === listing.items.length;
    const forBank = openToFile(chosen);
    return html`<div class="row" role="group" aria-label=${say("doWith")}>
      <span role="status"
        >${say("chosen", { count: new Intl.NumberFormat(desk.language).format(chosen.length) })}</span
      >
      <button
        type="button"
        class="quiet-button"
        @click=${() => (this.chosen = isAll ? new Set() : new Set(listing.items.map(({ id }) => id)))}
      >
        ${say(isAll ? "chooseNone" : "chooseAll")}
      </button>
      ${decisions.map((each) => {
        const open = openTo(chosen, each.decision);
        return html`<button
          type="button"
          class=${each.decision === "approve" ? "button" : "quiet-button"}
          data-decision=${each.decision}
          ?disabled=${open.length === 0}
          @click=${() => this.dialog.ask(decisionQuestion(desk, each, open, this.done))}
        >
          ${say(each.decision)}
        </button>`;
      })}
      <button
        type="button"
        class="quiet-button"
        data-decision="file"
        ?disabled=${forBank.length === 0}
        @click=${() => this.dialog.ask(fileQuestion(desk, forBank, this.done))}
      >
        ${say("export_file")}
      </button>
    </div>`;
  }

  private readonly done = (): void => {
    this.chosen = new Set();
    this.listing.reload();
  };

  private tick({ id, reference }: Row): TemplateResult {
    const turn = () => {
      const chosen = new Set(this.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      this.chosen = chosen;
    };
    return html`<input
      type="checkbox"
      aria-label=${payoutsVoice(this.desk)("choose", { reference })}
      .checked=${this.chosen.has(id)}
      @change=${turn}
    />`;
  }

  private columns(): Column<Row>[] {
    const { desk } = this;
    const say = payoutsVoice(desk);
    const target = ({ account }: Row) =>
      account.label === "Stripe" ? "Stripe" : `${say(account.way)} ${account.label}`;
    return [
      {
        heading: say("reference"),
        text: ({ reference }) => reference,
        cell: (row) =>
          may(desk, "money.payouts")
            ? html`<label class="number">${this.tick(row)} ${row.reference}</label>`
            : html`<span class="number">${row.reference}</span>`,
        sort: "reference",
      },
      momentColumn(desk, say("askedAt"), ({ requestedAt }) => requestedAt, "createdAt"),
      {
        heading: say("payee"),
        text: ({ payee }) => payee,
        cell: ({ payee, memberId }) => html`<a href="/members/${memberId}">${payee}</a>`,
      },
      { heading: say("to"), text: target, cell: (row) => html`<bdi>${target(row)}</bdi>` },
      {
        heading: say("state"),
        text: ({ state: now }) => say(now),
        cell: ({ state: now, reason, gatewayNote }) =>
          html`<div>
            <span class="chip ${looks[now] ?? ""}">${say(now)}</span>
            ${[reason, gatewayNote].map((note) => (note === null ? nothing : html`<p class="quiet"><bdi>${note}</bdi></p>`))}
          </div>`,
      },
      momentColumn(desk, say("sentAt"), ({ sentAt }) => sentAt),
      moneyColumn(desk, say("amount"), ({ amountMinor, currency }) => ({ minor: amountMinor, currency })),
    ];
  }
}

customElements.define("admin-payouts", AdminPayouts);
