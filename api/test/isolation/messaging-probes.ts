import { about, plain, type Probe } from "./probe.ts";
import { type Cast } from "./world.ts";

const both = ["client", "coach"] as const;
const inConversation = ({ ids }: Cast) => ({ conversationId: ids.conversation });

/** The procedures by which people write to each other; what the world holds is the client's and the coach's. */
export const messagingProbes: Readonly<Record<string, Probe>> = {
  "messaging.listConversations": plain(),
  "messaging.getConversation": about("conversation", both),
  "messaging.listMessages": plain(inConversation, { owners: both }),
  "messaging.listChanges": plain((cast) => ({ ...inConversation(cast), since: 0 }), { owners: both }),
  "messaging.openConversation": plain(({ ids }) => ({ memberId: ids.coach }), {
    isShared: true,
    by: "client",
  }),
  "messaging.openSubject": plain(({ ids }) => ({ kind: "order", subjectId: ids.paidOrder }), {
    owners: both,
  }),
  "messaging.createGroup": plain(({ ids, word }) => ({ title: `${word} group`, memberIds: [ids.coach] }), {
    isShared: true,
    by: "client",
  }),
  "messaging.sendMessage": plain(
    (cast) => ({ ...inConversation(cast), clientId: "probe", text: `${cast.word} probe` }),
    { owners: both },
  ),
  "messaging.searchMessages": plain((cast) => ({ ...inConversation(cast), query: cast.word }), {
    owners: both,
  }),
  "messaging.listReplies": plain(({ ids }) => ({ messageId: ids.message }), { owners: both }),
  // Of what is not the caller's nothing is said.
  "messaging.receiveMessages": plain(
    ({ ids }) => ({ receipts: [{ conversationId: ids.conversation, seq: 1 }] }),
    { owners: both, answersAlike: true },
  ),
  "messaging.updateMessage": about("message", ["client"], {
    and: ({ word }) => ({ text: `${word} edited` }),
  }),
  "messaging.updateGroup": about("group", both, {
    and: ({ word }) => ({ title: `${word} title` }),
    by: "client",
  }),
  "messaging.addParticipants": plain(({ ids }) => ({ conversationId: ids.group, memberIds: [ids.coach] }), {
    owners: both,
    by: "client",
  }),
  "messaging.listPresences": plain(({ ids }) => ({ memberIds: [ids.coach] }), { owners: both }),
  "messaging.listResponses": plain(({ ids }) => ({ memberIds: [ids.coach] }), { isShared: true }),
  "messaging.updatePresence": plain({ state: "online" }),
  "messaging.updateTyping": plain((cast) => ({ ...inConversation(cast), isTyping: true }), { owners: both }),
  "messaging.updateConversation": about("conversation", both, { and: () => ({ isPinned: true }) }),
  "messaging.readConversation": about("conversation", both),
  "orders.openDisputeConversation": about("paidOrder"),
  "orders.writeInDispute": about("paidOrder", [], {
    and: () => ({ clientId: "a-word", text: "We look into it." }),
    answers: ["409 orders.not_possible"],
  }),
};
