import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn, momentText } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { keysVoice } from "./texts.ts";

type Key = Contract["tenancy"]["listKeys"]["output"]["items"][number];

/** The keys that pages and servers call the API with. */
export class AdminKeys extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "name", "-name"],
    fetch: ({ client }, { filters, page }, options) =>
      client.tenancy.listKeys({ ...page, includeEnded: filters["show"] === "ended" }, options),
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = keysVoice(desk);
    const ends = ({ revokedAt, expiresAt }: Key) =>
      revokedAt ? say("revoked") : expiresAt ? momentText(desk, expiresAt) : "—";
    return html`<div class="page">
      <div class="row apart">
        <h1>${say("title")}</h1>
        <button type="button" class="button" @click=${this.create}>${say("add")}</button>
      </div>
      ${table<Key>({
        desk,
        listing,
        name: say("title"),
        columns: [
          { heading: say("name"), text: ({ name }) => name, sort: "name" },
          { heading: say("kind"), text: ({ kind }) => say(kind) },
          {
            heading: say("key"),
            text: ({ token, hint }) => token ?? hint,
            cell: ({ token, hint }) => html`<code dir="ltr">${token ?? hint}</code>`,
          },
          momentColumn<Key>(desk, say("created"), ({ createdAt }) => createdAt, "createdAt"),
          momentColumn<Key>(desk, say("used"), ({ lastUsedAt }) => lastUsedAt),
          { heading: say("ends"), text: ends },
        ],
        filters: [
          { name: "show", label: say("includeEnded"), options: [{ value: "ended", text: say("ended") }] },
        ],
        actions: (key) => (key.revokedAt ? nothing : this.actions(key)),
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private actions(key: Key): TemplateResult {
    const say = keysVoice(this.desk);
    const button = (name: "roll" | "revoke", ask: (key: Key) => void) =>
      html`<button
        type="button"
        class="quiet-button"
        aria-label="${say(name)}: ${key.name}"
        @click=${() => ask(key)}
      >
        ${say(name)}
      </button>`;
    return html`${button("roll", this.roll)}${button("revoke", this.revoke)}`;
  }

  private readonly create = () => {
    const say = keysVoice(this.desk);
    this.dialog.ask({
      title: say("add"),
      submit: say("add"),
      fields: [
        { name: "name", label: say("name"), isRequired: true },
        {
          name: "kind",
          label: say("kind"),
          kind: "choice",
          hint: say("kindHint"),
          value: "publishable",
          options: (["publishable", "secret"] as const).map((value) => ({ value, text: say(value) })),
        },
      ],
      run: async (filled) => {
        const kind = textOf(filled, "kind") === "secret" ? "secret" : "publishable";
        const { token } = await this.desk.client.tenancy.createKey({ kind, name: textOf(filled, "name") });
        this.listing.reload();
        return kind === "secret" ? token : undefined;
      },
    });
  };

  private readonly roll = ({ id, kind, name }: Key) => {
    const say = keysVoice(this.desk);
    this.dialog.ask({
      title: say("roll"),
      lead: say("rollLead", { name }),
      submit: say("roll"),
      fields: [
        {
          name: "overlapHours",
          label: say("overlap"),
          kind: "amount",
          value: "24",
          isRequired: true,
          check: (typed) => (/^\d{1,4}$/.test(typed) ? undefined : say("hoursWrong")),
        },
      ],
      run: async (filled) => {
        const overlapHours = Number(textOf(filled, "overlapHours"));
        const { token } = await this.desk.client.tenancy.rollKey({ id, overlapHours });
        this.listing.reload();
        return kind === "secret" ? token : undefined;
      },
    });
  };

  private readonly revoke = ({ id, name }: Key) => {
    const say = keysVoice(this.desk);
    this.dialog.ask({
      title: say("revoke"),
      lead: say("revokeLead", { name }),
      submit: say("revoke"),
      isDangerous: true,
      run: async () => {
        await this.desk.client.tenancy.revokeKey({ id });
        this.listing.reload();
        return undefined;
      },
    });
  };
}

customElements.define("admin-keys", AdminKeys);
