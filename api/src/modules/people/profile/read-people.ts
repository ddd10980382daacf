import { type z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";
import { type personView, presentPerson, type PublicProfile } from "../present.ts";

/** People as everybody may see them, by id; who is not listed is left out. */
export async function readPeople(
  scope: Scope,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof personView>>> {
  const rows = await scope.read<PublicProfile>`
    select * from ${Profile} p where is_listed and member_id = any(${memberIds}::uuid[])`;
  return new Map(rows.map((profile) => [profile.memberId, presentPerson(profile)]));
}
