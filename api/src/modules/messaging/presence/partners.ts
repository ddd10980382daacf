import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { keptApartFrom } from "../../safety/index.ts";
import { Participant } from "../models/participant.ts";

/** Everybody with whom a member is in a conversation, the member among them, as a subquery. */
export const partnersOf = (memberId: string): SqlFragment => fragment`(
  select theirs.member_id from ${Participant} mine join ${Participant} theirs using (conversation_id)
  where mine.member_id = ${memberId} and mine.left_at is null and theirs.left_at is null)`;

/** More people than this are not told one by one that somebody came or went. */
const MOST_TOLD = 500;

/** Those of them who are to hear that the member came or went: nobody from whom a block keeps the member apart. */
export async function listPartners(scope: Scope, memberId: string): Promise<string[]> {
  const rows = await scope.read<Pick<Participant, "memberId">>`
    select distinct member_id from ${partnersOf(memberId)} partners
    where member_id <> ${memberId} and member_id <> all(${await keptApartFrom(scope, memberId)}::uuid[])
    limit ${MOST_TOLD}`;
  return rows.map((row) => row.memberId);
}
