import { html } from "lit";
import { type Desk } from "../../base/desk.ts";
import { type DialogField } from "../../parts/dialog-field.ts";
import { type Filled, type Question, textOf } from "../../parts/dialog.ts";
import { membersVoice } from "./texts.ts";

/** Asks which session to give a member, when and why, and books it for them as an order with nothing to pay. */
export async function giveSessionQuestion(desk: Desk, clientId: string): Promise<Question> {
  const say = membersVoice(desk);
  return {
    title: say("giveSession"),
    lead: say("giveSessionLead"),
    submit: say("giveSession"),
    fields: [
      await timesField(desk),
      { name: "reason", label: say("teamReason"), kind: "long", isRequired: true },
    ],
    run: async (filled) => {
      await desk.client.orders.giveSession({ clientId, ...chosen(filled), reason: textOf(filled, "reason") });
      return { notice: say("sessionGiven") };
    },
  };
}

/** Asks which session to book for a member and when, and books it without an order. */
export async function bookSessionQuestion(desk: Desk, clientId: string): Promise<Question> {
  const say = membersVoice(desk);
  return {
    title: say("bookSession"),
    lead: say("bookSessionLead"),
    submit: say("bookSession"),
    fields: [await timesField(desk)],
    run: async (filled) => {
      await desk.client.scheduling.createBooking({ clientId, ...chosen(filled) });
      return { notice: say("sessionGiven") };
    },
  };
}

async function timesField(desk: Desk): Promise<DialogField> {
  const { items } = await desk.client.scheduling.listOffers({ limit: 100 });
  const offers = items.map(({ id, title, host }) => ({ id, text: host ? `${title} · ${host.name}` : title }));
  return {
    name: "startsAt",
    label: "",
    isRequired: true,
    own: (problem) =>
      html`<admin-free-times .desk=${desk} .offers=${offers} .problem=${problem ?? null}></admin-free-times>`,
  };
}

const chosen = (filled: Filled) => ({
  offerId: textOf(filled, "offerId"),
  startsAt: textOf(filled, "startsAt"),
});
