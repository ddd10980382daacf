import { type Module } from "../../platform/module.ts";
import { attachmentPurpose } from "./attachments/attachment-purpose.ts";
import { releaseContacts } from "./contacts/release-contacts.ts";
import { countUnread } from "./conversations/count-unread.ts";
import { messagingErrors } from "./errors.ts";
import { messagingEvents } from "./events.ts";
import { resealBatch } from "./keys/reseal-batch.ts";
import { fieldSentences } from "./field-sentences.ts";
import { reportableMessage } from "./moderation/reportable-message.ts";
import { reportableTitle } from "./moderation/reportable-title.ts";
import { personalData } from "./personal-data.ts";
import { endPresence } from "./presence/timers.ts";
import { countResponses } from "./responses/count-responses.ts";
import { messagingSettings } from "./settings.ts";
import { tellUnread } from "./unread/tell-unread.ts";
import { messageActivity } from "./messages/message-activity.ts";

export const messagingModule: Module = {
  name: "messaging",
  settings: messagingSettings,
  permissions: {},
  errors: messagingErrors,
  fieldSentences,
  events: messagingEvents,
  jobs: [releaseContacts, resealBatch],
  timers: [countResponses, endPresence, tellUnread],
  flows: [],
  http: [],
  files: [attachmentPurpose],
  search: [],
  reportables: [reportableMessage, reportableTitle],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members write to each other.
  claim: null,
  limits: { "messaging.conversations": { module: "chat", period: "month" } },
  counts: { unreadMessages: { module: "chat", read: countUnread } },
  activity: { messages: messageActivity },
  admin: [],
  demo: null,
};
