import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { assertNotBlocked } from "../../safety/index.ts";
import { failure } from "../errors.ts";
import { holdFactOf } from "../events.ts";
import { instant } from "../fields.ts";
import { Hold } from "../models/hold.ts";
import { findOpenOffer } from "../offers/open-offer.ts";
import { holdExpiry } from "../rules/holds.ts";
import { takeSlot } from "../slots/take-slot.ts";
import { networkKeyOf, refuseTooManyHolds } from "./hold-limits.ts";
import { holdView } from "./hold-view.ts";

export const holdSlot = operation({
  summary:
    "Keeps a free slot for the caller for a few minutes, so that nobody takes it while they sign in and pay.",
  input: z.strictObject({ offerId: z.uuid(), startsAt: instant }),
  output: holdView.pick({ id: true, state: true, offerId: true, startsAt: true, expiresAt: true }),
  async run(scope, { offerId, startsAt }) {
    const { actor, now } = scope;
    const memberId = memberIdOf(actor);
    const visitorId = visitorIdOf(actor);
    if (memberId === null && visitorId === null) throw notFound();
    const offer = await findOpenOffer(scope, offerId);
    if (offer.hostId === memberId) throw failure("scheduling.own_time");
    if (memberId !== null) await assertNotBlocked(scope, memberId, offer.hostId);
    await refuseTooManyHolds(scope, offer.hostId);

    const slot = await takeSlot(scope, offer, { startsAt: new Date(startsAt), state: "held" });
    const hold = await scope.query(Hold).insert({
      ...slot,
      visitorId,
      memberId,
      ipKey: networkKeyOf(scope),
      heldAt: now,
      expiresAt: holdExpiry(now, memberId !== null),
      state: "live",
    });
    await setTimer(scope, { name: "scheduling.expire_hold", subjectId: hold.id, dueAt: hold.expiresAt });
    await announce(scope, "slot.held", holdFactOf(hold));
    return {
      id: hold.id,
      state: hold.state,
      offerId,
      startsAt: hold.startsAt.toISOString(),
      expiresAt: hold.expiresAt.toISOString(),
    };
  },
});
