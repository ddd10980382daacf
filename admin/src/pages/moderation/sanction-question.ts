import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { moderationVoice } from "./texts.ts";

const kinds = ["warning", "suspension", "ban"] as const;

/** Asks what is to be done about a member, and does it. */
export function sanctionQuestion(
  desk: Desk,
  {
    member,
    caseId,
    done,
  }: {
    readonly member: { readonly id: string; readonly name: string };
    readonly caseId?: string;
    readonly done: () => void;
  },
): Question {
  const say = moderationVoice(desk);
  return {
    title: say("sanction"),
    lead: say("sanctionLead", { name: member.name }),
    submit: say("sanction"),
    isDangerous: true,
    fields: [
      { name: "kind", label: say("measure"), kind: "choice", options: choices(kinds, say) },
      { name: "until", label: say("until"), kind: "moment", hint: say("untilHint") },
      { name: "reason", label: say("memberReason"), kind: "long", isRequired: true },
    ],
    run: async (filled) => {
      const kind = kinds.find((each) => each === textOf(filled, "kind")) ?? "warning";
      const until = textOf(filled, "until");
      await desk.client.safety.createSanction({
        memberId: member.id,
        kind,
        reason: textOf(filled, "reason"),
        ...(kind === "suspension" && until && { endsAt: new Date(until).toISOString() }),
        ...(caseId !== undefined && { caseId }),
      });
      done();
      return undefined;
    },
  };
}
