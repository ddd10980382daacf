import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { choices, type FilterField, spanFields } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn, spanOf } from "../../parts/moment.ts";
import { type Column, table } from "../../parts/table.ts";
import { actionText, allActions } from "./actions.ts";
import { changesOf } from "./changes.ts";
import { fieldText } from "./fields.ts";
import { targetText } from "./targets.ts";
import { auditVoice } from "./texts.ts";
import { valueText } from "./values.ts";

type Audit = Contract["insights"]["listAudit"];
type Entry = Audit["output"]["items"][number];
type Team = Contract["identity"]["listTeam"]["output"]["items"];

const actorKinds = [
  "staff",
  "server",
  "member",
  "operator",
  "system",
  "visitor",
] as const satisfies readonly Entry["actor"]["kind"][];

/** Who did what to what, with everything that changed. */
export class AdminAudit extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly team = new Load<Team>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { client, staff } = desk;
      // A test site has no team of its own.
      if (!may(desk, "identity.view_team") || staff.tenant?.isSandbox !== false) return [];
      return (await client.identity.listTeam({}, options)).items;
    },
  );
  private readonly listing = new Listing(this, {
    desk: () => this.desk,
    sorts: ["-at", "at", "action", "-action"],
    fetch: ({ client }, { filters, page }, options) => {
      const actorKind = actorKinds.find((each) => each === filters["actorKind"]);
      const { actorId, action, entityId } = filters;
      return client.insights.listAudit(
        {
          ...page,
          ...spanOf(filters),
          ...(actorKind && { actorKind }),
          ...(actorId && { actorId }),
          ...(action && { action }),
          ...(entityId && { entityId }),
        },
        options,
      );
    },
  });

  override render(): TemplateResult {
    const say = auditVoice(this.desk);
    return html`<div class="page">
      <div>
        <h1>${say("title")}</h1>
        <p class="lead">${say("lead")}</p>
      </div>
      ${this.team.show((team) =>
        table<Entry>({
          desk: this.desk,
          listing: this.listing,
          name: say("title"),
          nothingYet: say("nothingYet"),
          columns: this.columns(),
          filters: this.filters(team),
        }),
      )}
    </div>`;
  }

  private filters(team: Team): FilterField[] {
    const say = auditVoice(this.desk);
    return [
      { name: "actorKind", label: say("actor"), options: choices(actorKinds, say) },
      ...(team.length > 0
        ? [
            {
              name: "actorId",
              label: say("person"),
              options: team.map(({ id, name }) => ({ value: id, text: name })),
            },
          ]
        : []),
      {
        name: "action",
        label: say("action"),
        options: choices(allActions, (action) => actionText(this.desk.language, action)),
      },
      { name: "entityId", label: say("targetId") },
      ...spanFields(this.desk),
    ];
  }

  private columns(): Column<Entry>[] {
    const { desk } = this;
    const say = auditVoice(desk);
    const who = ({ actor }: Entry) => [say(actor.kind), actor.name].filter(Boolean).join(" · ");
    return [
      momentColumn(desk, say("at"), ({ at }) => at, "at"),
      {
        heading: say("actor"),
        text: who,
        cell: (entry) =>
          html`${entry.actor.name ?? say(entry.actor.kind)}<br /><span class="quiet"
              >${entry.actor.name === null ? nothing : say(entry.actor.kind)}
              ${entry.ip === null ? nothing : html`<span dir="ltr">${entry.ip}</span>`}</span
            >`,
        exported: (entry) => [who(entry), entry.actor.id].filter(Boolean).join(" "),
      },
      {
        heading: say("action"),
        text: ({ action, told }) => (told.action ? actionText(desk.language, told.action) : action),
        exported: ({ action }) => action,
        sort: "action",
      },
      {
        heading: say("target"),
        text: (entry) => `${this.target(entry)} ${entry.entity.id}`,
        cell: (entry) =>
          html`${this.target(entry)}<br /><code class="quiet small" dir="ltr">${this.link(entry)}</code>`,
        exported: ({ entity }) => `${entity.kind} ${entity.id}`,
      },
      {
        heading: say("change"),
        text: (entry) => this.changes(entry).join("\n"),
        cell: (entry) =>
          html`<ul class="changes">
            ${this.changes(entry).map((line) => html`<li dir="auto">${line}</li>`)}
          </ul>`,
      },
    ];
  }

  private target({ entity, told }: Entry): string {
    return told.entity ? targetText(this.desk.language, told.entity) : entity.kind.replaceAll("_", " ");
  }

  private link({ entity: { kind, id } }: Entry): TemplateResult | string {
    const page = pageOf[kind];
    return page === undefined ? id : html`<a href="${page}/${id}">${id}</a>`;
  }

  private changes({ before, after, told }: Entry): string[] {
    const say = auditVoice(this.desk);
    const currency = [after?.["currency"], before?.["currency"]].find((each) => typeof each === "string");
    return changesOf(before, after).flatMap((change) => {
      if (unsaid.has(change.path[0])) return [];
      const [name, ...parts] = change.path;
      const known = told.fields.find((each) => each === name);
      const field = [known ? fieldText(this.desk.language, known) : name, ...parts].join(" · ");
      const text = (value: unknown) =>
        valueText(this.desk, value, { field: change.path.at(-1) ?? name, currency: currency ?? null });
      if (change.before === null) return say("set", { field, after: text(change.after) });
      if (change.after === null) return say("gone", { field, before: text(change.before) });
      return say("was", { field, before: text(change.before), after: text(change.after) });
    });
  }
}

/** The action says the step, and the amounts their currency. */
const unsaid: ReadonlySet<string> = new Set(["transition", "currency"]);

/** The pages of what has one. */
const pageOf: Readonly<Record<string, string>> = {
  booking: "/bookings",
  host: "/members",
  member: "/members",
  order: "/orders",
  webhook_delivery: "/webhooks",
};

customElements.define("admin-audit", AdminAudit);
