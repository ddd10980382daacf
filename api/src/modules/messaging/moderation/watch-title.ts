import { type Scope } from "../../../platform/scope/scope.ts";
import { watchWriting } from "../../safety/index.ts";
import { type Conversation } from "../models/conversation.ts";

/** Has the site's rules look at what a member calls a group now. */
export const watchTitle = (
  scope: Scope,
  { id }: Pick<Conversation, "id">,
  { memberId, title }: { readonly memberId: string; readonly title: string },
): Promise<void> =>
  watchWriting(scope, {
    subject: { kind: "group_title", id },
    authorId: memberId,
    texts: [title],
    audience: "private",
  });
