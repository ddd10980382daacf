import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { auditOffice } from "../audit-office.ts";
import { offerFactOf } from "../events.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { mayManageHost } from "../policy.ts";
import { presentHostOffer } from "./present-offer.ts";

export const deleteOffer = operation({
  summary: "Deletes an offer. Holds and bookings made from it stay.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const offer = await scope.query(SessionOffer).findOne({ id }).forUpdate();
    if (!offer || !mayManageHost(scope.actor, offer.hostId)) throw notFound();
    await scope.query(SessionOffer).where({ id }).delete();
    await auditOffice(scope, {
      action: "scheduling.delete_offer",
      entity: { kind: "offer", id },
      before: presentHostOffer(offer),
    });
    const gone = Object.assign(offer, { isActive: false, version: offer.version + 1 });
    await announce(scope, "offer.changed", offerFactOf(gone));
    return { id };
  },
});
