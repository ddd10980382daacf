import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { isCurrency } from "../../platform/money.ts";
import { lockMember, readMember } from "../identity/index.ts";
import { openApplication } from "./applications/open-application.ts";
import { withdrawLostApprovals } from "./applications/withdraw-lost-approvals.ts";
import { OfferPrice } from "./models/offer-price.ts";
import { Profile } from "./models/profile.ts";
import { ProviderApplication } from "./models/provider-application.ts";
import { showPhoto } from "./photo/show-photo.ts";
import { changeProfile } from "./profile/change-profile.ts";
import { mayBeListed } from "./profile/may-be-listed.ts";
import { lockProfile } from "./profile/read-profile.ts";
import { peopleOf } from "./settings.ts";

const memberFact = z.object({ memberId: z.uuid() });

const offerFact = z.object({
  offerId: z.uuid(),
  hostId: z.uuid(),
  isActive: z.boolean(),
  amountMinor: z.int(),
  currency: z.string(),
  version: z.int(),
});

export const peopleJobs: readonly Job[] = [
  showPhoto,

  job({
    name: "people.open_application",
    on: ["member.created", "member.changed", "member.verified"],
    payload: memberFact,
    async run(scope, { memberId }) {
      // Somebody may be erased meanwhile.
      if (!(await readMember(scope, memberId))) return;
      const member = await lockMember(scope, memberId);
      const { providerRoles, approvesByItself } = peopleOf(scope.tenant);
      const isUnproven = member.emailVerifiedAt === null && member.externalId === null;
      for (const role of providerRoles) {
        const isAsked = member.pendingRoles.includes(role);
        // Nobody makes themselves a provider under an address that may be another's; the team and the site's own server may.
        if (isUnproven && (isAsked || approvesByItself)) continue;
        if (!isAsked && !member.roles.includes(role)) continue;
        const earlier = await scope.query(ProviderApplication).where({ memberId, role }).select("state");
        const isDecided = earlier.some(
          ({ state }) => state === "applied" || (!isAsked && state !== "withdrawn"),
        );
        if (!isDecided) await openApplication(scope, { memberId, role, note: "" });
      }
    },
  }),

  job({
    name: "people.follow_member",
    on: ["member.changed"],
    payload: memberFact,
    async run(scope, { memberId }) {
      await withdrawLostApprovals(scope, memberId);
      const member = await readMember(scope, memberId);
      const profile = await scope.query(Profile).where({ memberId }).first();
      if (!member || !profile) return;
      const isListed = await mayBeListed(scope, memberId);
      if (profile.name === member.name && profile.isListed === isListed) return;
      await changeProfile(scope, memberId, { name: member.name, isListed });
    },
  }),

  job({
    name: "people.follow_price",
    on: ["offer.changed"],
    payload: offerFact,
    async run(scope, { offerId, hostId, version, ...offer }) {
      // One person's prices follow one after the other: two at once would each miss the other's.
      await lockProfile(scope, hostId);
      const known = await scope.query(OfferPrice).where({ offerId }).first();
      // News may overtake each other.
      if (known && known.version >= version) return;
      if (known)
        await scope
          .query(OfferPrice)
          .where({ offerId })
          .patch({ ...offer, version });
      else await scope.query(OfferPrice).insert({ offerId, memberId: hostId, ...offer, version });
      const prices = await scope
        .query(OfferPrice)
        .where({ memberId: hostId, isActive: true })
        .orderBy("amountMinor");
      // A first talk that is free says nothing about what somebody costs; credits are told of where nothing is sold for money.
      const paid = prices.filter(({ amountMinor }) => amountMinor > 0);
      const lowest = paid.find(({ currency: unit }) => isCurrency(unit)) ?? paid[0] ?? prices[0];
      await changeProfile(scope, hostId, {
        fromAmountMinor: lowest?.amountMinor ?? null,
        fromCurrency: lowest?.currency ?? null,
      });
    },
  }),
];
