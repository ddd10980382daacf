import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { membersVoice } from "./texts.ts";

/** Asks which session to give a member, when and why, and books it for them; nothing is to be paid. */
export async function giveSessionQuestion(desk: Desk, clientId: string): Promise<Question> {
  const say = membersVoice(desk);
  const { items } = await desk.client.scheduling.listOffers({ limit: 100 });
  const titles = new Map(
    items.map(({ id, title, host }) => [id, host ? `${title} · ${host.name}` : title] as const),
  );
  return {
    title: say("giveSession"),
    lead: say("giveSessionLead"),
    submit: say("giveSession"),
    fields: [
      {
        name: "offerId",
        label: say("offer"),
        kind: "choice",
        options: choices([...titles.keys()], (id) => titles.get(id) ?? id),
        isRequired: true,
      },
      { name: "startsAt", label: say("startsAt"), kind: "moment", isRequired: true },
      { name: "reason", label: say("teamReason"), kind: "long", isRequired: true },
    ],
    run: async (filled) => {
      await desk.client.orders.giveSession({
        clientId,
        offerId: textOf(filled, "offerId"),
        startsAt: new Date(textOf(filled, "startsAt")).toISOString(),
        reason: textOf(filled, "reason"),
      });
      return { notice: say("sessionGiven") };
    },
  };
}
