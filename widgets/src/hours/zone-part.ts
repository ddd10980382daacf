import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { type HoursTexts } from "./hours.texts.ts";
import { formatMinute } from "./range-rows.ts";

/** What the choice of a zone needs. */
export interface ZonePart {
  readonly say: Say<HoursTexts>;
  readonly tag: string;
  readonly saved: string;
  readonly chosen: string;
  /** A minute of the day to explain with; null when there are no hours yet. */
  readonly sample: number | null;
  readonly choose: (timeZone: string) => void;
}

const readable = (zone: string): string => zone.replaceAll("_", " ");

/** The zone whose clock the hours follow, what that means, and what changing it does. The list is drawn when somebody turns to it. */
export function zonePart({ say, tag, saved, chosen, sample, choose }: ZonePart): TemplateResult {
  const fill = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement) || currentTarget.length > 1) return;
    const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== chosen);
    currentTarget.append(...zones.map((zone) => new Option(readable(zone), zone)));
  };
  const change = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const { value } = currentTarget;
    currentTarget.length = 1;
    choose(value);
  };
  const zone = readable(chosen);
  return html`<div class="field">
    <label for="zone">${say("timeZone")}</label>
    <select
      id="zone"
      part="input"
      aria-describedby="zone-note"
      @pointerdown=${fill}
      @focus=${fill}
      @keydown=${fill}
      @change=${change}
    >
      <option value=${chosen}>${zone}</option>
    </select>
    <p id="zone-note" class="small muted">${say("zoneHint", { zone })}</p>
    ${
      saved !== chosen && sample !== null
        ? notice(say("zoneChanges", { time: formatMinute(tag, sample), zone }))
        : nothing
    }
  </div>`;
}
