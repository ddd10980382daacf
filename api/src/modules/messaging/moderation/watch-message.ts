import { type Scope } from "../../../platform/scope/scope.ts";
import { watchWriting } from "../../safety/index.ts";
import { type Message } from "../models/message.ts";

/** Has the site's rules look at what a message says now. */
export const watchMessage = (
  scope: Scope,
  { id, senderId }: Pick<Message, "id" | "senderId">,
  text: string,
): Promise<void> =>
  watchWriting(scope, {
    subject: { kind: "message", id },
    authorId: senderId,
    texts: [text],
    audience: "private",
  });
