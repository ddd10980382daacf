import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView, presentOwn } from "./conversation-view.ts";
import { readParticipation } from "./participants.ts";
import { cardView, readCard } from "./subjects.ts";

export const getConversation = operation({
  summary: "One of the member's conversations, with a card of what it is about.",
  input: z.strictObject({ id: z.uuid() }),
  output: conversationView.extend({
    /** Null when it is about nothing in particular, or what it was about is gone. */
    card: cardView.nullable(),
  }),
  async run(scope, { id }) {
    const own = callingMember(scope);
    await readParticipation(scope, id, own);
    const shown = await presentOwn(scope, id, own);
    return { ...shown, card: shown.about && (await readCard(scope, shown.about)) };
  },
});
