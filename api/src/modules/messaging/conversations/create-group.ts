import { z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { watchTitle } from "../moderation/watch-title.ts";
import { consumeLimit } from "../../tenancy/index.ts";
import { Conversation } from "../models/conversation.ts";
import { assertMayWriteTo } from "../policy.ts";
import { MOST_IN_GROUP } from "../rules/group.ts";
import { conversationView, presentOwn } from "./conversation-view.ts";
import { putIn } from "./participants.ts";

/** What a group is called. */
export const groupTitle = z.string().trim().min(1).max(120);

export const createGroup = operation({
  summary: "Begins a conversation of several people under a title.",
  input: z.strictObject({
    title: groupTitle,
    /** Everybody but the caller. */
    memberIds: z
      .array(z.uuid())
      .min(1)
      .max(MOST_IN_GROUP - 1),
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
      titleHiddenAt: null,
      keeperId: own,
      lastSeq: 0,
      lastChange: 0,
      lastActiveAt: scope.now,
    });
    const recipients = [...new Set([own, ...memberIds])];
    await watchTitle(scope, group, { memberId: own, title });
    await putIn(scope, group, recipients, 0);
    await consumeLimit(scope, "messaging.conversations");
    await announce(scope, "conversation.opened", { conversationId: group.id, recipients });
    return presentOwn(scope, group.id, own);
  },
});
