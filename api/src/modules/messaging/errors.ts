import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const messagingErrors = {
  "messaging.left": {
    kind: "FORBIDDEN",
    message: "You are not in this conversation any more. Ask to be added again.",
  },
  "messaging.message_deleted": {
    kind: "CONFLICT",
    message: "This message was deleted. Write a new one instead.",
  },
  "messaging.not_a_group": {
    kind: "CONFLICT",
    message: "Only a group has a title and people who come and go. Begin a group with the people you want.",
  },
  "messaging.keeper_only": {
    kind: "FORBIDDEN",
    message: "Only the person who keeps this group may do that. Ask them.",
  },
  "messaging.group_full": {
    kind: "CONFLICT",
    message: "A group has {most} people at the most. Remove somebody first.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(messagingErrors);
