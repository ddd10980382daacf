import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { auditOffice } from "../audit-office.ts";
import { offerFactOf } from "../events.ts";
import { lockHost } from "../hours/host-row.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { hostMeant } from "../policy.ts";
import { schedulingOf } from "../settings.ts";
import { hostOfferView, offerFields, refuseBadOffer, refuseBadPrice } from "./offer-fields.ts";
import { presentHostOffer } from "./present-offer.ts";
import { watchOffer } from "./watch-offer.ts";

export const createOffer = operation({
  summary: "Adds a session that a host offers. It can be booked as soon as the site shows the host.",
  input: z.strictObject({
    /** The caller when not given. */
    hostId: z.uuid().optional(),
    ...offerFields,
    description: offerFields.description.default(""),
    bufferBeforeMinutes: offerFields.bufferBeforeMinutes.default(0),
    bufferAfterMinutes: offerFields.bufferAfterMinutes.default(0),
    stepMinutes: offerFields.stepMinutes.default(null),
    /** The site's setting when not given, like the horizon. */
    noticeMinutes: offerFields.noticeMinutes.optional(),
    horizon: offerFields.horizon.optional(),
    limits: offerFields.limits.default({}),
    isActive: offerFields.isActive.default(true),
  }),
  output: hostOfferView,
  async run(scope, { hostId: named, price, noticeMinutes, horizon, ...fields }) {
    const hostId = hostMeant(scope.actor, named);
    const site = schedulingOf(scope.tenant);
    const decided = {
      ...fields,
      ...price,
      noticeMinutes: noticeMinutes ?? site.noticeMinutes,
      horizon: horizon === undefined ? { kind: "days" as const, days: site.horizonDays } : horizon,
    };
    refuseBadOffer(decided);
    await lockHost(scope, hostId);
    await refuseBadPrice(scope, hostId, price);
    const offer = await scope.query(SessionOffer).insert({ hostId, ...decided, hiddenAt: null, version: 1 });
    await watchOffer(scope, offer);
    await auditOffice(scope, {
      action: "scheduling.create_offer",
      entity: { kind: "offer", id: offer.id },
      after: { hostId, ...decided },
    });
    await announce(scope, "offer.changed", offerFactOf(offer));
    return presentHostOffer(offer);
  },
});
