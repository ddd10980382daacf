import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Reportable } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";
import { presentPerson, type PublicProfile } from "../present.ts";
import { lockProfile } from "./read-profile.ts";
import { changeProfile } from "./change-profile.ts";
import { mayBeListed } from "./may-be-listed.ts";

/** Profiles can be reported, by the id of their member; moderators take them from every list and bring them back. */
export const reportableProfile: Reportable = {
  kind: "profile",
  async snapshot(scope, id, reporterId) {
    const [profile] = await scope.read<PublicProfile>`select * from ${Profile} p where member_id = ${id}`;
    if (!profile || (reporterId !== null && !profile.isListed)) return null;
    return { authorId: id, content: presentPerson(profile) };
  },
  hide: (scope, id) => setHidden(scope, id, true),
  restore: (scope, id) => setHidden(scope, id, false),
};

async function setHidden(scope: Scope, memberId: string, isHidden: boolean): Promise<void> {
  const known = await scope.query(Profile).where({ memberId }).forUpdate().first();
  if (!known || (known.hiddenAt !== null) === isHidden) return;
  await changeProfile(scope, memberId, { hiddenAt: isHidden ? scope.now : null });
  await changeProfile(scope, memberId, { isListed: await mayBeListed(scope, memberId) });
  const { version } = await lockProfile(scope, memberId);
  await announce(scope, isHidden ? "profile.hidden" : "profile.restored", { memberId, version });
  await audit(scope, {
    action: isHidden ? "people.hide_profile" : "people.restore_profile",
    entity: { kind: "member", id: memberId },
    before: { isHidden: !isHidden },
    after: { isHidden },
  });
}
