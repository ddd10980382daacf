import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { auditOffice } from "../audit-office.ts";
import { offerFactOf } from "../events.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { mayManageHost } from "../policy.ts";
import { hostOfferView, offerFields, refuseBadOffer, refuseBadPrice } from "./offer-fields.ts";
import { presentHostOffer } from "./present-offer.ts";
import { watchOffer } from "./watch-offer.ts";

export const updateOffer = operation({
  summary: "Changes an offer. Holds and bookings keep what they were made with.",
  input: z.strictObject({
    id: z.uuid(),
    title: offerFields.title.exactOptional(),
    description: offerFields.description.exactOptional(),
    minutes: offerFields.minutes.exactOptional(),
    price: offerFields.price.exactOptional(),
    bufferBeforeMinutes: offerFields.bufferBeforeMinutes.exactOptional(),
    bufferAfterMinutes: offerFields.bufferAfterMinutes.exactOptional(),
    stepMinutes: offerFields.stepMinutes.exactOptional(),
    noticeMinutes: offerFields.noticeMinutes.exactOptional(),
    horizon: offerFields.horizon.exactOptional(),
    limits: offerFields.limits.exactOptional(),
    isActive: offerFields.isActive.exactOptional(),
  }),
  output: hostOfferView,
  async run(scope, { id, price, ...fields }) {
    const offer = await scope.query(SessionOffer).findOne({ id }).forUpdate();
    if (!offer || !mayManageHost(scope.actor, offer.hostId)) throw notFound();
    const before = presentHostOffer(offer);
    const changes = { ...fields, ...price, version: offer.version + 1 };
    const changed = Object.assign(offer, changes);
    refuseBadOffer(changed);
    if (price) await refuseBadPrice(scope, offer.hostId, price);
    await scope.query(SessionOffer).where({ id }).patch(changes);
    await watchOffer(scope, changed, before);
    await auditOffice(scope, {
      action: "scheduling.update_offer",
      entity: { kind: "offer", id },
      before,
      after: changes,
    });
    await announce(scope, "offer.changed", offerFactOf(changed));
    return presentHostOffer(changed);
  },
});
