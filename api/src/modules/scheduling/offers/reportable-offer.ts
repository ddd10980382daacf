import { audit } from "../../../platform/audit/record.ts";
import { type Reportable } from "../../../platform/module.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { offerFactOf } from "../events.ts";
import { SessionOffer } from "../models/session-offer.ts";

/** Offers can be reported; moderators take one from sight, which leaves the host's others and their profile as they are. */
export const reportableOffer: Reportable = {
  kind: "offer",
  async snapshot(scope, id, reporterId) {
    const [offer] = await scope.read<SessionOffer>`select * from ${SessionOffer} o where id = ${id}`;
    const isShown = offer?.isActive === true && offer.hiddenAt === null;
    if (!offer || (reporterId !== null && !isShown)) return null;
    const { hostId, title, description } = offer;
    return { authorId: hostId, content: { title, description } };
  },
  hide: (scope, id) => setHidden(scope, id, true),
  restore: (scope, id) => setHidden(scope, id, false),
};

async function setHidden(scope: Scope, id: string, isHidden: boolean): Promise<void> {
  const offer = await scope.query(SessionOffer).findOne({ id }).forUpdate();
  // Its host may have deleted it meanwhile.
  if (!offer || (offer.hiddenAt !== null) === isHidden) return;
  const changes = { hiddenAt: isHidden ? scope.now : null, version: offer.version + 1 };
  await scope.query(SessionOffer).where({ id }).patch(changes);
  await announce(scope, "offer.changed", offerFactOf(Object.assign(offer, changes)));
  await audit(scope, {
    action: isHidden ? "scheduling.hide_offer" : "scheduling.restore_offer",
    entity: { kind: "offer", id },
    before: { isHidden: !isHidden },
    after: { isHidden },
  });
}
