import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView } from "../conversations/conversation-view.ts";
import { groupTitle } from "../conversations/create-group.ts";
import { watchTitle } from "../moderation/watch-title.ts";
import { Conversation } from "../models/conversation.ts";
import { lockKeptGroup } from "./lock-kept-group.ts";
import { tellOfChange } from "./tell-of-change.ts";

export const updateGroup = operation({
  summary: "Gives a group the member keeps another title.",
  input: z.strictObject({ id: z.uuid(), title: groupTitle }),
  output: conversationView,
  async run(scope, { id, title }) {
    const own = callingMember(scope);
    const group = await lockKeptGroup(scope, id, own);
    await scope.query(Conversation).where({ id }).patch({ title, titleHiddenAt: null });
    await watchTitle(scope, group, { memberId: own, title });
    return tellOfChange(scope, group, own);
  },
});
