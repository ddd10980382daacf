export { attachmentRules } from "./attachments/attachment-purpose.ts";
export { beginAbout } from "./conversations/open-subject.ts";
export { countOldSeals } from "./keys/count-old-seals.ts";
export { resealMessages } from "./keys/reseal-messages.ts";
export { messageView } from "./messages/message-view.ts";
export { readAsTeam, teamReadingView } from "./team/read-as-team.ts";
export { writeAsTeam } from "./team/write-as-team.ts";
export { readUnread } from "./unread/read-unread.ts";
