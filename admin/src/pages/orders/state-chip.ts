import { html, type TemplateResult } from "lit";
import { type OrderSay, stateText } from "./texts.ts";

const good = new Set([
  "confirmed",
  "in_session",
  "in_progress",
  "delivered",
  "completed",
  "settled",
  "succeeded",
]);
const bad = new Set(["client_absent", "provider_absent", "disputed", "failed", "flagged"]);
const waiting = new Set([
  "awaiting_payment",
  "requirements",
  "revision",
  "pending",
  "refunding",
  "requested",
]);

/** The state of an order, a payment or a refund, with a colour for how it stands. */
export const stateChip = (say: OrderSay, state: string): TemplateResult =>
  html`<span
    class="chip ${good.has(state) ? "good" : bad.has(state) ? "bad" : waiting.has(state) ? "waiting-chip" : ""}"
    >${stateText(say, state)}</span
  >`;
