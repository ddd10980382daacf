import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { type Column, table } from "../../parts/table.ts";
import { MailPreview } from "./preview.ts";
import { MailSender } from "./sender.ts";
import { mailsVoice } from "./texts.ts";
import { AdminSuppressions } from "./suppressions.ts";
import { mailTitle } from "./titles.ts";

type Mails = Contract["notifications"]["listDeliveries"];
type Mail = Mails["output"]["items"][number] & { readonly to: string };
type Templates = Contract["notifications"]["listTemplates"]["output"]["items"];

const states = [
  "waiting",
  "queued",
  "sent",
  "dropped",
  "bundled",
  "suppressed",
  "failed",
] as const satisfies readonly Mail["state"][];
const channels = ["email", "push", "sms", "chat"] as const satisfies readonly Mail["channel"][];
const colours = {
  waiting: "",
  queued: "waiting-chip",
  sent: "good",
  dropped: "",
  bundled: "",
  suppressed: "bad",
  failed: "bad",
} as const;

/** What the site mailed and how it fared, and how its mails look. */
export class AdminMails extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly templates = new Load<Templates>(
    this,
    () => this.desk,
    async ({ client }, options) => (await client.notifications.listTemplates({}, options)).items,
  );
  private readonly listing = new Listing<Mail, NonNullable<Mails["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-queuedAt", "queuedAt", "name", "-name"],
    fetch: async (desk, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const channel = channels.find((each) => each === filters["channel"]);
      const { name } = filters;
      const { items, nextCursor } = await desk.client.notifications.listDeliveries(
        { ...page, ...(state && { state }), ...(channel && { channel }), ...(name && { name }) },
        options,
      );
      const ids = items.flatMap(({ memberId }) => memberId ?? []);
      const members = await membersOf(desk, ids, options);
      return {
        items: items.map((each) => ({
          ...each,
          to: each.memberId === null ? mailsVoice(desk)("team") : nameOf(members, each.memberId),
        })),
        nextCursor,
      };
    },
  });

  override render(): TemplateResult {
    const { desk } = this;
    const say = mailsVoice(desk);
    return html`<div class="page">
      <div class="row apart">
        <h1>${say("title")}</h1>
        <a href="/mails/suppressions">${say("suppressions")}</a>
      </div>
      ${this.templates.show(
        (templates) =>
          html`<h2>${say("log")}</h2>
            ${table<Mail>({
              desk,
              listing: this.listing,
              name: say("log"),
              nothingYet: say("nothingYet"),
              columns: this.columns(),
              filters: [
                {
                  name: "name",
                  label: say("name"),
                  options: templates.map(({ name }) => ({
                    value: name,
                    text: mailTitle(desk.language, name),
                  })),
                },
                {
                  name: "channel",
                  label: say("channel"),
                  options: choices(channels, (channel) => say(channel)),
                },
                {
                  name: "state",
                  label: say("state"),
                  options: choices(states, (state) => say(state)),
                },
              ],
              ...(may(desk, "notifications.manage") && {
                actions: (mail) => (mail.state === "failed" ? this.retryButton(mail) : nothing),
              }),
            })}
            <admin-mail-preview .desk=${desk} .templates=${templates}></admin-mail-preview>
            <admin-mail-sender .desk=${desk}></admin-mail-sender>`,
      )}
      ${this.dialog.show()}
    </div>`;
  }

  private columns(): Column<Mail>[] {
    const { desk } = this;
    const say = mailsVoice(desk);
    return [
      {
        heading: say("name"),
        text: ({ name }) => mailTitle(desk.language, name),
        exported: ({ name }) => name,
        sort: "name",
      },
      {
        heading: say("channel"),
        text: ({ channel }) => say(channel),
        cell: ({ channel }) => html`<span class="unbroken">${say(channel)}</span>`,
        exported: ({ channel }) => channel,
      },
      { heading: say("to"), text: ({ to }) => to },
      {
        heading: say("state"),
        text: ({ state }) => say(state),
        cell: ({ state, error }) =>
          html`<span class="chip ${colours[state]}">${say(state)}</span>${
              error === null ? nothing : html`<p class="problem" dir="auto">${error}</p>`
            }`,
      },
      { heading: say("attempts"), text: ({ attempts }) => String(attempts), isNumber: true },
      momentColumn(desk, say("queuedAt"), ({ queuedAt }) => queuedAt, "queuedAt"),
      momentColumn(desk, say("ended"), ({ endedAt }) => endedAt),
    ];
  }

  private retryButton({ id, name, to }: Mail): TemplateResult {
    const say = mailsVoice(this.desk);
    const ask = () =>
      this.dialog.ask({
        title: say("retry"),
        lead: say("retryLead"),
        submit: say("retry"),
        run: async () => {
          await this.desk.client.notifications.retryDelivery({ id });
          this.listing.reload();
          return undefined;
        },
      });
    return html`<button
      type="button"
      class="quiet-button"
      aria-label="${say("retry")}: ${mailTitle(this.desk.language, name)}, ${to}"
      @click=${ask}
    >
      ${say("retry")}
    </button>`;
  }
}

customElements.define("admin-mails", AdminMails);
customElements.define("admin-suppressions", AdminSuppressions);
customElements.define("admin-mail-preview", MailPreview);
customElements.define("admin-mail-sender", MailSender);
