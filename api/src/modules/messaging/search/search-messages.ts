import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import { messageView, presentMessages, type ShownMessage } from "../messages/message-view.ts";
import { MessageWord } from "../models/message-word.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { wordsIn, wordsOfQuery } from "../rules/words.ts";
import { keyedEver } from "./word-index.ts";

const foundMessageView = messageView.extend({
  /** Where the words stand in the text, in UTF-16 units as JavaScript counts them. */
  highlights: z.array(z.object({ start: z.int(), end: z.int() })),
});

export const searchMessages = operation({
  summary:
    "Finds messages that hold all the words of a text, newest first, in the conversations the member is in; in one of them when asked.",
  input: z.strictObject({
    ...pageInput,
    /** Words in any order, in English, Chinese or another language. */
    query: z.string().trim().min(1).max(200),
    conversationId: z.uuid().optional(),
  }),
  output: pageOf(foundMessageView),
  async run(scope, { query, conversationId, limit, cursor }) {
    const words = wordsOfQuery(query);
    if (words.length === 0) return { items: [], nextCursor: null };
    const own = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const keyed = words.flatMap((word, nth) => keyedEver(scope.tenant, word).map((code) => ({ code, nth })));
    const rows = await scope.read<ShownMessage>`
      select m.* from (
        select w.conversation_id, w.seq
        from ${Participant} p
        join ${MessageWord} w on w.conversation_id = p.conversation_id and w.seq > p.joined_seq
        join unnest(${keyed.map(({ code }) => code)}::bigint[], ${keyed.map(({ nth }) => nth)}::int[])
          wanted(word, nth) on wanted.word = w.word
        where p.member_id = ${own} and p.left_at is null
          ${conversationId === undefined ? fragment`` : fragment`and p.conversation_id = ${conversationId}`}
        group by w.conversation_id, w.seq
        having count(distinct wanted.nth) = ${words.length}
      ) found
      join ${Message} m on m.conversation_id = found.conversation_id and m.seq = found.seq
      ${after ? fragment`where (m.created_at, m.id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by m.created_at desc, m.id desc
      limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: (row) => row,
    });
    const wanted = new Set(words);
    const messages = await presentMessages(scope, page.items);
    const items = messages.map((message) => ({
      ...message,
      highlights: wordsIn(message.text ?? "")
        .filter(({ word }) => wanted.has(word))
        .map(({ start, end }) => ({ start, end })),
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
