import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { callingMember } from "../../identity/index.ts";
import { messageView, presentMessages, type ShownMessage } from "../messages/message-view.ts";
import { MessageWord } from "../models/message-word.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";
import { wordsIn, wordsOfQuery } from "../rules/words.ts";
import { rarestFirst } from "./words-wanted.ts";

// Whoever waited for their turn to write has a later number than their time: so many may stand in another order than their numbers.
const SPARE = 20;

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
    const inOne =
      conversationId === undefined ? fragment`` : fragment`and p.conversation_id = ${conversationId}`;
    const participation = fragment`p.member_id = ${callingMember(scope)} and p.left_at is null ${inOne}`;
    const [rarest, ...others] = await rarestFirst(scope, words, participation);
    const holdsOthers = others.map(
      // A subquery with a limit is asked row by row: as a join it would read every message with a frequent word.
      (is) => fragment`and (
        select true from ${MessageWord} o
        where o.conversation_id = w.conversation_id and o.seq = w.seq and o.word ${is} limit 1
      )`,
    );
    const order = orderOf(scope.tenant, { conversationId, cursor });
    // Of each conversation no more than a page is read, in the order its index has.
    const rows = await scope.read<ShownMessage & Pick<Participant, "joinedSeq">>`
      select m.*, p.joined_seq from ${Participant} p cross join lateral (
        select m.* from ${MessageWord} w
        join ${Message} m on m.conversation_id = w.conversation_id and m.seq = w.seq
        where w.conversation_id = p.conversation_id and w.seq > p.joined_seq and w.word ${rarest}
          ${holdsOthers.reduce((before, one) => fragment`${before} ${one}`, fragment``)} ${order.after}
        order by w.seq desc limit ${limit + SPARE}
      ) m
      where ${participation} order by ${order.by} limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, { position: order.position, present: (row) => row });
    const wanted = new Set(words);
    const messages = await presentMessages(
      scope,
      page.items,
      (id) => page.items.find((row) => row.conversationId === id)?.joinedSeq ?? Number.MAX_SAFE_INTEGER,
    );
    const items = messages.map((message) => ({
      ...message,
      highlights: wordsIn(message.text ?? "")
        .filter(({ word }) => wanted.has(word))
        .map(({ start, end }) => ({ start, end })),
    }));
    return { items, nextCursor: page.nextCursor };
  },
});

interface Order {
  readonly by: SqlFragment;
  /** What comes after a cursor, as a further condition. */
  readonly after: SqlFragment;
  readonly position: (row: ShownMessage) => (number | string)[];
}

/** Newest first: in one conversation by the number, which the index knows, among several by the time. */
function orderOf(
  tenant: Tenant,
  { conversationId, cursor }: { conversationId: string | undefined; cursor: string | undefined },
): Order {
  if (conversationId !== undefined) {
    const [seq] = cursor === undefined ? [null] : decodeCursor(tenant, cursor, ["integer"]);
    return {
      by: fragment`m.seq desc`,
      after: seq === null ? fragment`` : fragment`and w.seq < ${seq}`,
      position: (row) => [row.seq],
    };
  }
  const after = cursor === undefined ? null : decodeCursor(tenant, cursor, ["instant", "id"]);
  return {
    by: fragment`m.created_at desc, m.id desc`,
    after: after
      ? fragment`and (m.created_at, m.id) < (${new Date(after[0])}, ${after[1]}::uuid)`
      : fragment``,
    position: (row) => [row.createdAt.getTime(), row.id],
  };
}
