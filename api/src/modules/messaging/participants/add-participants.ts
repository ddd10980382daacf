import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView } from "../conversations/conversation-view.ts";
import { putIn } from "../conversations/participants.ts";
import { failure } from "../errors.ts";
import { Participant } from "../models/participant.ts";
import { assertMayWriteTo } from "../policy.ts";
import { messagingOf } from "../settings.ts";
import { MOST_IN_GROUP } from "../rules/group.ts";
import { lockKeptGroup } from "./lock-kept-group.ts";
import { tellOfChange } from "./tell-of-change.ts";

export const addParticipants = operation({
  summary:
    "Adds people to a group the member keeps. They see what is written from now on, or all of it where the site wants that.",
  input: z.strictObject({
    conversationId: z.uuid(),
    memberIds: z.array(z.uuid()).min(1).max(MOST_IN_GROUP),
  }),
  output: conversationView,
  async run(scope, { conversationId, memberIds }) {
    const own = callingMember(scope);
    const group = await lockKeptGroup(scope, conversationId, own);
    await assertMayWriteTo(scope, own, memberIds);
    const known = await scope.query(Participant).where({ conversationId });
    const present = known.filter(({ leftAt }) => leftAt === null).map(({ memberId }) => memberId);
    const newcomers = [...new Set(memberIds)].filter((memberId) => !present.includes(memberId));
    if (present.length + newcomers.length > MOST_IN_GROUP)
      throw failure("messaging.group_full", { most: MOST_IN_GROUP });
    const seesFrom = messagingOf(scope.tenant).newcomersSeeHistory ? 0 : group.lastSeq;
    await putIn(scope, group, newcomers, seesFrom);
    return tellOfChange(scope, group, own);
  },
});
