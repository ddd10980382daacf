import { html, type TemplateResult } from "lit";
import { formatOffset } from "../base/format.ts";

/** What the field needs. */
export interface ZoneField {
  readonly label: string;
  readonly timeZone: string;
  readonly tag: string;
  readonly now: number;
  readonly choose: (timeZone: string) => void;
}

/**
 * The zone times are shown in. It holds one zone until somebody turns to it: drawing all 430 with the widget would cost 90 ms.
 */
export function zoneField({ label, timeZone, tag, now, choose }: ZoneField): TemplateResult {
  const fill = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement) || currentTarget.length > 1) return;
    const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== timeZone);
    currentTarget.append(...zones.map((zone) => new Option(zone.replaceAll("_", " "), zone)));
  };
  const change = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const { value } = currentTarget;
    // The first option becomes the zone chosen; the others are filled in again when somebody turns to the field.
    currentTarget.length = 1;
    choose(value);
  };
  return html`<select
    class="zone"
    part="time-zone"
    aria-label=${label}
    @pointerdown=${fill}
    @focus=${fill}
    @keydown=${fill}
    @change=${change}
  >
    <option value=${timeZone}>${timeZone.replaceAll("_", " ")} (${formatOffset(tag, timeZone, now)})</option>
  </select>`;
}
