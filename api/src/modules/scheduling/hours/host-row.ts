import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { isListed } from "../../people/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { Host } from "../models/host.ts";

/**
 * Locks a member's calendar for a change, and makes an empty one when there is none yet. Changes of one calendar wait for
 * each other, so that what was checked against the rest of it stays true.
 */
export async function lockHost(scope: Scope, hostId: string): Promise<Host> {
  const known = await scope.query(Host).findOne({ id: hostId }).forNoKeyUpdate();
  if (known) return known;
  const member = await readMember(scope, hostId);
  if (!member) throw notFound();
  await scope
    .query(Host)
    .insert({
      id: hostId,
      timeZone: member.timeZone ?? siteOf(scope.tenant).timeZone,
      isAccepting: true,
      isListed: await isListed(scope, hostId),
      version: 0,
    })
    .onConflict(["tenantId", "id"])
    .ignore();
  return (await scope.query(Host).findOne({ id: hostId }).forNoKeyUpdate())!;
}
