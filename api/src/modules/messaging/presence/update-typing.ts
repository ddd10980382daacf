import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { whisper } from "../../../platform/stream/whisper.ts";
import { plus, seconds } from "../../../platform/time.ts";
import { callingMember } from "../../identity/index.ts";
import { Conversation } from "../models/conversation.ts";
import { assertMayWriteIn } from "../policy.ts";
import { participantIds, readParticipation } from "../conversations/participants.ts";

/** So long somebody counts as typing after their page last said so. */
const TYPING_SECONDS = 6;

export const updateTyping = operation({
  summary:
    "Tells the others of a conversation that the member is typing, or has stopped. It ends by itself after six seconds; a page repeats it while it lasts.",
  input: z.strictObject({ conversationId: z.uuid(), isTyping: z.boolean() }),
  output: z.object({}),
  async run(scope, { conversationId, isTyping }) {
    const memberId = callingMember(scope);
    await readParticipation(scope, conversationId, memberId);
    const [conversation] = await scope.read<Pick<Conversation, "id" | "kind">>`
      select id, kind from ${Conversation} c where id = ${conversationId}`;
    if (conversation) await assertMayWriteIn(scope, memberId, conversation);
    const others = (await participantIds(scope, conversationId)).filter((id) => id !== memberId);
    const until = isTyping ? plus(scope.now, seconds(TYPING_SECONDS)) : scope.now;
    await whisper(scope, "typing.changed", {
      conversationId,
      memberId,
      until: until.toISOString(),
      recipients: others,
    });
    return {};
  },
});
