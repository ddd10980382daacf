import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { isCount } from "./packages.ts";
import { creditsVoice } from "./texts.ts";

/** Asks how many credits to give a member, or to take from them, and why. */
export function grantQuestion(
  desk: Desk,
  {
    kind,
    memberId,
    done,
  }: { readonly kind: "give" | "take"; readonly memberId: string; readonly done: () => void },
): Question {
  const say = creditsVoice(desk);
  const { money } = desk.client;
  return {
    title: say(kind),
    lead: say(`${kind}Lead`),
    submit: say(kind),
    isDangerous: kind === "take",
    fields: [
      {
        name: "credits",
        label: say("credits"),
        kind: "amount",
        isRequired: true,
        check: (typed) => (isCount(typed) ? undefined : say("creditsWrong")),
      },
      { name: "reason", label: say("reason"), kind: "long", isRequired: true },
    ],
    run: async (filled) => {
      const grant = {
        memberId,
        credits: Number(textOf(filled, "credits")),
        reason: textOf(filled, "reason"),
      };
      await (kind === "give" ? money.grantCredits(grant) : money.takeCredits(grant));
      done();
      return { notice: say(kind === "give" ? "given" : "taken") };
    },
  };
}
