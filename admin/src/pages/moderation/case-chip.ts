import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type ModerationSay } from "./texts.ts";

type State = Contract["safety"]["getCase"]["output"]["state"];

const colours = {
  open: "waiting-chip",
  claimed: "waiting-chip",
  dismissed: "good",
  hidden: "bad",
  restored: "",
} as const;

/** A case's state with its colour. */
export const caseChip = (say: ModerationSay, state: State): TemplateResult =>
  html`<span class="chip ${colours[state]}">${say(state)}</span>`;
