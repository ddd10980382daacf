import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createGroup } from "./conversations/create-group.ts";
import { getConversation } from "./conversations/get-conversation.ts";
import { listConversations } from "./conversations/list-conversations.ts";
import { openConversation } from "./conversations/open-conversation.ts";
import { openSubject } from "./conversations/open-subject.ts";
import { updateConversation } from "./conversations/update-conversation.ts";
import { listPresences } from "./presence/list-presences.ts";
import { updatePresence } from "./presence/update-presence.ts";
import { updateTyping } from "./presence/update-typing.ts";
import { readConversation } from "./conversations/read-conversation.ts";
import { listChanges } from "./messages/list-changes.ts";
import { listMessages } from "./messages/list-messages.ts";
import { deleteMessage } from "./messages/delete-message.ts";
import { listReplies } from "./messages/list-replies.ts";
import { receiveMessages } from "./messages/receive-messages.ts";
import { sendMessage } from "./messages/send-message.ts";
import { updateMessage } from "./messages/update-message.ts";
import { addParticipants } from "./participants/add-participants.ts";
import { removeParticipant } from "./participants/remove-participant.ts";
import { listResponses } from "./responses/list-responses.ts";
import { searchMessages } from "./search/search-messages.ts";
import { updateGroup } from "./participants/update-group.ts";

// The site's team reads nobody's messages here.
const members: Access = { audience: "member", module: "chat" };

export const messagingRouter = router({
  openConversation: procedure(members).mutation(openConversation),
  openSubject: procedure(members).mutation(openSubject),
  createGroup: procedure(members).mutation(createGroup),
  listConversations: procedure(members).query(listConversations),
  getConversation: procedure(members).query(getConversation),
  updateConversation: procedure(members).mutation(updateConversation),
  readConversation: procedure(members).mutation(readConversation),
  sendMessage: procedure(members).mutation(sendMessage),
  listMessages: procedure(members).query(listMessages),
  listChanges: procedure(members).query(listChanges),
  searchMessages: procedure(members).query(searchMessages),
  listReplies: procedure(members).query(listReplies),
  receiveMessages: procedure(members).mutation(receiveMessages),
  updateMessage: procedure(members).mutation(updateMessage),
  deleteMessage: procedure(members).mutation(deleteMessage),
  updateTyping: procedure(members).mutation(updateTyping),
  updatePresence: procedure(members).mutation(updatePresence),
  listPresences: procedure(members).query(listPresences),
  listResponses: procedure({ audience: "visitor", module: "chat" }).query(listResponses),
  updateGroup: procedure(members).mutation(updateGroup),
  addParticipants: procedure(members).mutation(addParticipants),
  removeParticipant: procedure(members).mutation(removeParticipant),
});
