import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { type GigsSay, gigsVoice } from "./texts.ts";

/** A gig as the team's list tells it. */
export type Gig = Contract["gigs"]["listSiteGigs"]["output"]["items"][number];

type Judged = Pick<Gig, "id" | "title" | "state" | "moderation" | "isHidden">;

const colours = {
  none: "",
  pending: "waiting-chip",
  approved: "good",
  rejected: "bad",
  suspended: "bad",
} as const;

/** What the team thinks of a gig, with a colour for how it stands. */
export const moderationChip = (say: GigsSay, { moderation, isHidden }: Judged): TemplateResult =>
  html`<span class="chip ${isHidden ? "bad" : colours[moderation]}"
    >${say(isHidden ? "hidden" : moderation)}</span
  >`;

/** What the team can decide about a gig as it stands. */
export function decisionsOn(
  desk: Desk,
  { id, title, state, moderation }: Judged,
  done: () => void,
): Question[] {
  if (state === "draft") return [];
  const say = gigsVoice(desk);
  const { gigs } = desk.client;
  const field = {
    name: "reason",
    label: say("reason"),
    kind: "long",
    hint: say("reasonHint"),
    isRequired: true,
  } as const;
  const approve: Question = {
    title: say("approve"),
    lead: say("approveLead", { title }),
    submit: say("approve"),
    run: async () => {
      await gigs.approveGig({ id });
      done();
      return undefined;
    },
  };
  const refuse = (verb: "reject" | "suspend"): Question => ({
    title: say(verb),
    lead: say(`${verb}Lead`, { title }),
    submit: say(verb),
    isDangerous: true,
    fields: [field],
    run: async (filled) => {
      const input = { id, reason: textOf(filled, "reason") };
      await (verb === "reject" ? gigs.rejectGig(input) : gigs.suspendGig(input));
      done();
      return undefined;
    },
  });
  return [
    ...(moderation === "approved" ? [] : [approve]),
    ...(moderation === "pending" ? [refuse("reject")] : []),
    ...(moderation === "suspended" ? [] : [refuse("suspend")]),
  ];
}
