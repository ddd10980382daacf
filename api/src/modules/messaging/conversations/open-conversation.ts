import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { assertMayWriteTo } from "../policy.ts";
import { conversationView } from "./conversation-view.ts";
import { openShared } from "./open-shared.ts";

export const openConversation = operation({
  summary: "Opens the conversation with another person: the same one every time, whichever of the two asks.",
  input: z.strictObject({ memberId: z.uuid() }),
  output: conversationView,
  async run(scope, { memberId }) {
    const own = callingMember(scope);
    if (memberId === own) throw notFound();
    await assertMayWriteTo(scope, own, [memberId]);
    const [lowId = null, highId = null] = [own, memberId].toSorted();
    const pair = { kind: "direct", lowId, highId, subjectKind: null, subjectId: null } as const;
    return openShared(scope, own, pair, [own, memberId]);
  },
});
