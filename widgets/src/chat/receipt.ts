import { type Conversation } from "./inbox-changes.ts";

/** How far somebody has received or read. */
export interface Receipt {
  readonly conversationId: string;
  readonly memberId: string;
  readonly seq: number;
}

/** A conversation after one of its people has read or received messages; neither goes back. */
export function withReceived<Known extends Conversation>(
  conversation: Known,
  kind: "read" | "received",
  { memberId, seq }: Receipt,
): Known {
  const participants = conversation.participants.map((one) =>
    one.memberId === memberId
      ? {
          ...one,
          deliveredSeq: Math.max(one.deliveredSeq, seq),
          readSeq: kind === "read" ? Math.max(one.readSeq, seq) : one.readSeq,
        }
      : one,
  );
  return { ...conversation, participants };
}
