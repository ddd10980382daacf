import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import {
  conversationsOf,
  conversationView,
  ownColumns,
  type OwnConversation,
  presentConversations,
} from "./conversation-view.ts";
import { countUnread } from "./count-unread.ts";

export const listConversations = operation({
  summary:
    "Lists the member's conversations, pinned ones first, then by what was written last, with how many messages are unread in all.",
  input: z.strictObject({
    ...pageInput,
    /** Those put away, instead of the others. */
    isArchived: z.boolean().default(false),
  }),
  output: pageOf(conversationView).extend({ unread: z.int() }),
  async run(scope, { limit, cursor, isArchived }) {
    const own = callingMember(scope);
    const after =
      cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["integer", "instant", "id"]);
    const rank = fragment`(p.pinned_at is not null)::int`;
    const rows = await scope.read<OwnConversation>`
      select ${ownColumns} from ${conversationsOf(own)}
      where (p.archived_at is not null) = ${isArchived}
        ${after ? fragment`and (${rank}, c.last_active_at, c.id) < (${after[0]}, ${new Date(after[1])}, ${after[2]}::uuid)` : fragment``}
      order by ${rank} desc, c.last_active_at desc, c.id desc
      limit ${limit + 1}`;
    const { items, nextCursor } = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.pinnedAt === null ? 0 : 1, row.lastActiveAt.getTime(), row.id],
      present: (row) => row,
    });
    return {
      items: await presentConversations(scope, items),
      nextCursor,
      unread: await countUnread(scope, own),
    };
  },
});
