import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { moment } from "../../parts/moment.ts";
import { connectForm, connectionActions, outcomeOf } from "./connection-actions.ts";
import { connectionsVoice } from "./texts.ts";
import { vendorVoice } from "./vendor-texts.ts";
import { type Connection, type Connections, type Kind, titleOf, type Vendor, vendors } from "./vendors.ts";

const colours = { new: "waiting-chip", active: "good", disconnected: "" } as const;

/** The outside providers a site works with: who answers for what, and the credentials it entered. */
export class AdminConnections extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Connections>(
    this,
    () => this.desk,
    ({ client }, options) => client.integrations.listConnections({}, options),
  );

  override render(): TemplateResult {
    const say = connectionsVoice(this.desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${this.seen.show((found) => this.content(found))} ${this.dialog.show()}
    </div>`;
  }

  private content({ items, answering }: Connections): TemplateResult {
    const say = connectionsVoice(this.desk);
    return html`<section class="card" aria-labelledby="answering-title">
        <h2 id="answering-title">${say("answering")}</h2>
        <dl class="facts">
          ${answering.map(
            ({ kind, provider, isOwn }) =>
              html`<div>
                <dt>${say(kind)}</dt>
                <dd>
                  ${this.providerName(provider)}<span class="quiet">${this.origin(provider, isOwn)}</span>
                </dd>
              </div>`,
          )}
        </dl>
      </section>
      ${items.length === 0 ? nothing : this.connected(items)} ${this.others(items)}`;
  }

  private connected(items: readonly Connection[]): TemplateResult {
    return html`<section class="card" aria-labelledby="connected-title">
      <h2 id="connected-title">${connectionsVoice(this.desk)("connected")}</h2>
      ${items.map((each) => this.connection(each, items))}
    </section>`;
  }

  private connection(connection: Connection, items: readonly Connection[]): TemplateResult {
    const { desk } = this;
    const say = connectionsVoice(desk);
    const { id, kind, vendor, state, hint, account, hookUrl, test } = connection;
    const tell = vendorVoice(desk);
    const isEnded = state === "disconnected";
    return html`<article class="entry" aria-labelledby="connection-${id}">
      <div class="row apart">
        <h3 id="connection-${id}">${titleOf(vendor)}</h3>
        <span class="chip ${colours[state]}">${say(state)}</span>
      </div>
      <p class="quiet">
        ${say(kind)} · ${say("ending")} <code dir="ltr">${hint}</code>${
          account === null ? nothing : html` · ${say("account")} <code dir="ltr">${account}</code>`
        }
      </p>
      ${isEnded ? html`<p class="quiet">${say(kind === "files" ? "endedFiles" : "endedLead")}</p>` : this.testOf(connection)}
      ${
        hookUrl === null || isEnded || !tells(vendor)
          ? nothing
          : html`<p>${tell(`hook_${vendor}`)}</p>
              <pre dir="ltr" tabindex="0"><code>${hookUrl}</code></pre>
              <p class="quiet">${tell(`events_${vendor}`)}</p>`
      }
      ${
        may(desk, "integrations.connections") && !isEnded
          ? html`<div class="row">
              ${connectionActions(desk, connection, {
                isSecond: test !== null && state === "active" && isSecond(connection, items),
                done: () => this.seen.reload(),
              }).map(
                (question) =>
                  html`<button
                    type="button"
                    class="quiet-button"
                    aria-describedby="connection-${id}"
                    @click=${() => this.dialog.ask(question)}
                  >
                    ${question.title}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </article>`;
  }

  private testOf(connection: Connection): TemplateResult {
    const say = connectionsVoice(this.desk);
    const { test, kind } = connection;
    if (!test) return html`<p class="quiet">${say("untested")}</p>`;
    const isGood = test.code === "works" || (test.code === "no_events" && kind === "mail");
    return html`<p class=${isGood ? "" : "problem"}>${outcomeOf(this.desk, connection)}</p>
      <p class="quiet">${say("tested")} ${moment(this.desk, test.at)}</p>`;
  }

  /** What can be connected besides. */
  private others(items: readonly Connection[]): TemplateResult | typeof nothing {
    const { desk } = this;
    const say = connectionsVoice(desk);
    const taken = new Set(items.filter(({ state }) => state !== "disconnected").map(({ vendor }) => vendor));
    const isTest = desk.staff.tenant?.isSandbox ?? false;
    const free = vendors.filter(({ name, kind }) => !taken.has(name) && !(isTest && sends(kind)));
    if (free.length === 0 || !may(desk, "integrations.connections")) return nothing;
    return html`<section class="card" aria-labelledby="others-title">
      <h2 id="others-title">${say("others")}</h2>
      ${isTest ? html`<p class="quiet">${say("testSite")}</p>` : nothing}
      ${free.map(
        ({ name, title }) =>
          html`<article class="entry" aria-labelledby="vendor-${name}">
            <div class="row apart">
              <h3 id="vendor-${name}">${title}</h3>
              <button
                type="button"
                class="quiet-button"
                aria-label=${say("connectVendor", { vendor: title })}
                @click=${() => this.dialog.ask(connectForm(desk, name, () => this.seen.reload()))}
              >
                ${say("connect")}
              </button>
            </div>
            <p class="quiet">${vendorVoice(desk)(`about_${name}`)}</p>
          </article>`,
      )}
    </section>`;
  }

  /** Whose account it is, for providers outside the house. */
  private origin(provider: string, isOwn: boolean): string {
    const say = connectionsVoice(this.desk);
    if (isOwn) return ` · ${say("own")}`;
    return vendors.some(({ name }) => name === provider) ? ` · ${say("fromPlatform")}` : "";
  }

  private providerName(provider: string): string {
    const say = connectionsVoice(this.desk);
    const known = vendors.find(({ name }) => name === provider);
    if (known) return known.title;
    if (provider === "captured" || provider === "test" || provider === "none") return say(`by_${provider}`);
    return say("by_local");
  }
}

/** Vendors that send events, each by a webhook that somebody sets up there. */
const telling = ["stripe", "paypal", "sendgrid", "ses"] as const;

const tells = (vendor: Vendor): vendor is (typeof telling)[number] => telling.some((name) => name === vendor);

const sends = (kind: Kind): boolean => kind === "mail" || kind === "sms" || kind === "chat";

/** Whether another provider of its kind is asked before it. Of chats, all are told. */
const isSecond = (connection: Connection, items: readonly Connection[]): boolean =>
  connection.kind !== "chat" &&
  items.find(({ kind, state }) => kind === connection.kind && state === "active")?.id !== connection.id;

customElements.define("admin-connections", AdminConnections);
