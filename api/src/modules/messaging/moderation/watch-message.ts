import { type Scope } from "../../../platform/scope/scope.ts";
import { watchWriting } from "../../safety/index.ts";

/** Has the site's rules look at what a message says now. */
export const watchMessage = (
  scope: Scope,
  { id, senderId }: { readonly id: string; readonly senderId: string },
  text: string,
): Promise<void> =>
  watchWriting(scope, {
    subject: { kind: "message", id },
    authorId: senderId,
    texts: [text],
    audience: "private",
  });
