import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** The ids of the next members of the site who are not erased, in the order of their ids; null begins. */
export async function membersAfter(scope: Scope, id: string | null, limit: number): Promise<string[]> {
  const rows = await scope.sql<Pick<Member, "id">>`
    select id from ${Member} m
    where erased_at is null and (${id}::uuid is null or id > ${id}::uuid) order by id limit ${limit}`;
  return rows.map((row) => row.id);
}
