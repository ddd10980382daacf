import { type Desk } from "../../base/desk.ts";
import { momentText } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { roleText } from "../members/texts.ts";
import { stateText } from "./states.ts";
import { auditVoice } from "./texts.ts";

/** A value of an entry as people read it: amounts with their currency, instants in the reader's time zone, lists in a row. */
export function valueText(
  desk: Desk,
  value: unknown,
  { field, currency }: { readonly field: string; readonly currency: string | null },
): string {
  const say = auditVoice(desk);
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") {
    return field.endsWith("Minor") && currency !== null
      ? moneyText(value, currency, desk.language)
      : new Intl.NumberFormat(desk.language).format(value);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => valueText(desk, item, { field, currency })).join(say("comma")) || "—";
  }
  if (typeof value !== "string") return JSON.stringify(value);
  if (field === "state" || field === "status") return stateText(desk.language, value);
  if (field === "roles") return roleText(desk, value);
  return instant.test(value) ? momentText(desk, value) : value;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
