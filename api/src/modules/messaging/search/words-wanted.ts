import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { MessageWord } from "../models/message-word.ts";
import { Participant } from "../models/participant.ts";
import { keyedEver } from "./word-index.ts";

/** Whoever stands in more messages than this counts as frequent, and all of those alike. */
const ENOUGH = 1000;

/** The words somebody looks for as the index holds them, the rarest first: the fewer there are of the first, the sooner all are found. */
export async function rarestFirst(
  scope: Scope,
  words: readonly string[],
  participation: SqlFragment,
): Promise<readonly SqlFragment[]> {
  const wanted = words.map((word) => isOneOf(keyedEver(scope.tenant, word)));
  if (wanted.length === 1) return wanted;
  const counts = wanted.map(
    (is, nth) => fragment`
      select ${nth}::int as nth, count(*)::int as count from (
        select from ${Participant} p cross join lateral (
          select from ${MessageWord} w where w.conversation_id = p.conversation_id and w.word ${is} limit ${ENOUGH}
        ) some_of_one where ${participation} limit ${ENOUGH}
      ) found`,
  );
  const all = counts.reduce((before, one) => fragment`${before} union all ${one}`);
  const rows = await scope.read<{ nth: number }>`${all} order by count, nth`;
  return rows.map(({ nth }) => wanted[nth]!);
}

// One number is read off the index in the order of the messages; several, after the keys were changed, are sorted first.
const isOneOf = (codes: readonly string[]): SqlFragment =>
  codes.length === 1 ? fragment`= ${codes[0]}::bigint` : fragment`= any(${codes}::bigint[])`;
