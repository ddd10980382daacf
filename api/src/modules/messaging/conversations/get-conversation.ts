import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView, presentConversation } from "./conversation-view.ts";
import { cardView, readCard } from "./subjects.ts";

export const getConversation = operation({
  summary: "One of the member's conversations, with a card of what it is about.",
  input: z.strictObject({ id: z.uuid() }),
  output: conversationView.extend({
    /** Null when it is about nothing in particular, or what it was about is gone. */
    card: cardView.nullable(),
  }),
  async run(scope, { id }) {
    const shown = await presentConversation(scope, id, callingMember(scope));
    if (!shown) throw notFound();
    return { ...shown, card: shown.about && (await readCard(scope, shown.about)) };
  },
});
