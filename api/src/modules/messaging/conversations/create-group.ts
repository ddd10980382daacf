import { z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Conversation } from "../models/conversation.ts";
import { assertMayWriteTo } from "../policy.ts";
import { conversationView, presentConversation } from "./conversation-view.ts";
import { addParticipants } from "./participants.ts";

export const createGroup = operation({
  summary: "Begins a conversation of several people under a title.",
  input: z.strictObject({
    title: z.string().trim().min(1).max(120),
    /** Everybody but the caller. */
    memberIds: z.array(z.uuid()).min(1).max(49),
  }),
  output: conversationView,
  async run(scope, { title, memberIds }) {
    const own = callingMember(scope);
    await assertMayWriteTo(scope, own, memberIds);
    const group = await scope.query(Conversation).insert({
      id: newId(scope.now),
      kind: "group",
      lowId: null,
      highId: null,
      subjectKind: null,
      subjectId: null,
      title,
      lastSeq: 0,
      lastChange: 0,
      lastActiveAt: scope.now,
    });
    const recipients = [...new Set([own, ...memberIds])];
    await addParticipants(scope, group, recipients);
    await announce(scope, "conversation.opened", { conversationId: group.id, recipients });
    const shown = await presentConversation(scope, group.id, own);
    if (!shown) throw new Error("A conversation just opened is not there.");
    return shown;
  },
});
