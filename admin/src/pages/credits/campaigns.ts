import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { isCount } from "./packages.ts";
import { creditsVoice } from "./texts.ts";

/** A campaign as the API tells it. */
export type Campaign = Contract["money"]["listCampaigns"]["output"]["items"][number];

const audiences = ["everyone", "newcomers"] as const;

/** Asks for a new campaign and begins it. */
export function campaignQuestion(desk: Desk, done: () => void): Question {
  const say = creditsVoice(desk);
  return {
    title: say("begin"),
    submit: say("begin"),
    fields: [
      {
        name: "code",
        label: say("code"),
        hint: say("codeHint"),
        isRequired: true,
        check: (typed) => (/^[A-Za-z0-9-]{3,40}$/.test(typed) ? undefined : say("codeWrong")),
      },
      { name: "name", label: say("name"), hint: say("nameHint"), isRequired: true },
      {
        name: "credits",
        label: say("credits"),
        kind: "amount",
        isRequired: true,
        check: (typed) => (isCount(typed) ? undefined : say("creditsWrong")),
      },
      { name: "startsAt", label: say("startsAt"), kind: "moment", isRequired: true },
      { name: "endsAt", label: say("endsAt"), kind: "moment", isRequired: true },
      {
        name: "cap",
        label: say("cap"),
        kind: "amount",
        hint: say("capHint"),
        check: (typed) => (typed === "" || isCount(typed) ? undefined : say("capWrong")),
      },
      { name: "audience", label: say("audience"), kind: "choice", options: choices(audiences, say) },
    ],
    run: async (filled) => {
      const cap = textOf(filled, "cap");
      const instant = (name: string) => new Date(textOf(filled, name)).toISOString();
      await desk.client.money.createCampaign({
        code: textOf(filled, "code"),
        name: textOf(filled, "name"),
        credits: Number(textOf(filled, "credits")),
        startsAt: instant("startsAt"),
        endsAt: instant("endsAt"),
        cap: cap === "" ? null : Number(cap),
        audience: audiences.find((each) => each === textOf(filled, "audience")) ?? "everyone",
      });
      done();
      return undefined;
    },
  };
}

/** Asks whether a campaign is to end now. */
export function endQuestion(desk: Desk, { id, name }: Campaign, done: () => void): Question {
  const say = creditsVoice(desk);
  return {
    title: say("endThis", { name }),
    lead: say("endLead"),
    submit: say("end"),
    isDangerous: true,
    run: async () => {
      await desk.client.money.endCampaign({ id });
      done();
      return undefined;
    },
  };
}
