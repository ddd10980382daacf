import { z } from "zod";
import { decodeCursor, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { nameMembers } from "../../identity/index.ts";
import { type Subject } from "../conversations/subjects.ts";
import { messageView, presentMessages, type ShownMessage } from "../messages/message-view.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** A conversation about a thing as the site's team reads it. */
export const teamReadingView = pageOf(messageView).extend({
  people: z.array(z.object({ memberId: z.uuid(), name: z.string() })),
});

/** The messages about a thing, newest first; none while nobody has opened a conversation about it. Who may read them is for the thing's own module to say. */
export async function readAsTeam(
  scope: Scope,
  { kind, id }: Subject,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<z.infer<typeof teamReadingView>> {
  const [before] =
    cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(scope.tenant, cursor, ["integer"]);
  const rows = await scope.read<ShownMessage>`
    select m.* from ${Message} m join ${Conversation} c on c.id = m.conversation_id
    where c.subject_kind = ${kind} and c.subject_id = ${id} and m.seq < ${before}
    order by m.seq desc limit ${limit + 1}`;
  const page = toPage(scope.tenant, rows, limit, { position: ({ seq }) => [seq], present: (row) => row });
  const people = await scope.read<Pick<Participant, "memberId">>`
    select p.member_id from ${Participant} p join ${Conversation} c on c.id = p.conversation_id
    where c.subject_kind = ${kind} and c.subject_id = ${id} order by p.member_id`;
  const names = await nameMembers(
    scope,
    people.map(({ memberId }) => memberId),
  );
  return {
    ...page,
    items: await presentMessages(scope, page.items, () => 0),
    people: people.map(({ memberId }) => ({ memberId, name: names.get(memberId) ?? "" })),
  };
}
