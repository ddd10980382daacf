import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { dateFormat } from "../base/format.ts";
import { type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { browserOf, systemOf } from "./device-names.ts";
import { EmailChange } from "./email-change.ts";
import { PasswordChange } from "./password-change.ts";
import { type Section, type SectionParts } from "./section.ts";
import { securityTexts, type SecurityTexts } from "./security.texts.ts";

type Devices = Contract["identity"]["listSessions"]["output"];
type Device = Devices["items"][number];

interface Known {
  readonly hasPassword: boolean;
  readonly devices: Devices;
}

/** The member's password, their e-mail address and the devices they are signed in on. */
export class Security implements Section {
  readonly #host: PanelHost;
  readonly #parts: SectionParts;
  readonly #texts: Texts<SecurityTexts>;
  readonly #password: PasswordChange;
  readonly #email: EmailChange;
  readonly #ending: Action<[device: Device | null], void>;
  readonly #loadingMore: Action<[], void>;
  readonly load: Load<readonly [string], Known>;
  #endingId = "";

  constructor(host: PanelHost, parts: SectionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, securityTexts);
    this.#password = new PasswordChange(host, {
      ...parts,
      say: this.#texts.say,
      changed: () => this.load.reload(),
    });
    this.#email = new EmailChange(host, { ...parts, say: this.#texts.say });
    this.#ending = new Action(host, (device) => this.#end(device));
    this.#loadingMore = new Action(host, () => this.#loadMore());
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => this.#read(options),
    });
    wear(host, fieldStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  async #read(options: { readonly signal: AbortSignal }): Promise<Known> {
    const { identity } = this.#parts.page.client;
    const [{ hasPassword }, devices] = await Promise.all([
      identity.getMe({}, options),
      identity.listSessions({}, options),
    ]);
    return { hasPassword, devices };
  }

  render(): TemplateResult {
    const { value } = this.load;
    if (!value) return html``;
    const { hasPassword, devices } = value;
    return html`${this.#password.render(hasPassword)}${this.#email.render(hasPassword)}${this.#devices(devices)}`;
  }

  #devices({ items, nextCursor }: Devices): TemplateResult {
    const { say } = this.#texts;
    const failure = this.#ending.failure ?? this.#loadingMore.failure;
    return html`<section class="form wide" aria-labelledby="devices-title">
      <h3 id="devices-title" tabindex="-1">${say("devices")}</h3>
      <ul class="rows">
        ${items.map((device) => this.#device(device))}
      </ul>
      ${failure ? this.#parts.refused(failure) : nothing}
      <div class="actions">
        ${
          nextCursor
            ? html`<button
                class="button more"
                part="button"
                aria-busy=${this.#loadingMore.busy}
                @click=${() => void this.#loadingMore.run()}
              >
                ${say("more")}
              </button>`
            : nothing
        }
        ${
          items.length > 1
            ? html`<button
                class="button others"
                part="button"
                aria-busy=${this.#ending.busy && this.#endingId === ""}
                @click=${() => void this.#ending.run(null)}
              >
                ${say("endOthers")}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #device(device: Device): TemplateResult {
    const { say } = this.#texts;
    const { id, isCurrent, userAgent, ip, seenAt } = device;
    const [browser, system] = [browserOf(userAgent ?? ""), systemOf(userAgent ?? "")];
    const name = browser && system ? say("device", { browser, system }) : (browser ?? say("unknownDevice"));
    const time = dateFormat(this.#host.locale.tag, { dateStyle: "medium", timeStyle: "short" }).format(
      Date.parse(seenAt),
    );
    return html`<li class="row" part="device" data-device=${id}>
      <div>
        <p id=${`device-${id}`}>
          <bdi>${name}</bdi>
          ${isCurrent ? html`<span class="badge small">${say("thisDevice")}</span>` : nothing}
        </p>
        <p class="small muted">${say("seen", { time })}${ip ? html` · <bdi>${ip}</bdi>` : nothing}</p>
      </div>
      ${
        isCurrent
          ? nothing
          : html`<button
              class="button"
              part="button"
              aria-describedby=${`device-${id}`}
              aria-busy=${this.#ending.busy && this.#endingId === id}
              @click=${() => void this.#ending.run(device)}
            >
              ${say("end")}
            </button>`
      }
    </li>`;
  }

  async #end(device: Device | null): Promise<void> {
    this.#endingId = device?.id ?? "";
    const { identity } = this.#parts.page.client;
    if (device) await identity.endSession({ id: device.id });
    else await identity.endOtherSessions({});
    this.#host.announce(this.#texts.say(device ? "ended" : "othersEnded"));
    const { value } = this.load;
    const isLeft = ({ id, isCurrent }: Device) => (device ? id !== device.id : isCurrent);
    if (value)
      this.load.value = {
        ...value,
        devices: { ...value.devices, items: value.devices.items.filter(isLeft) },
      };
    this.load.reload();
    void this.#host.focusOn("#devices-title");
  }

  async #loadMore(): Promise<void> {
    const { value } = this.load;
    const cursor = value?.devices.nextCursor;
    if (!value || !cursor) return;
    const next = await this.#parts.page.client.identity.listSessions({ cursor });
    if (this.load.value !== value) return;
    this.load.value = { ...value, devices: { ...next, items: [...value.devices.items, ...next.items] } };
  }
}
