import { type z } from "zod";
import { type readPeople } from "../../people/index.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { type hostOfferView, type offerView } from "./offer-fields.ts";

type ShownOffer = Pick<
  SessionOffer,
  "id" | "hostId" | "title" | "description" | "minutes" | "amountMinor" | "currency"
>;

/** An offer as everybody may see it, with its host as far as that is among these people. */
export function presentOffer(
  offer: ShownOffer,
  people: Awaited<ReturnType<typeof readPeople>>,
): z.infer<typeof offerView> {
  const person = people.get(offer.hostId);
  return {
    ...presentCommon(offer),
    host: person ? { name: person.name, photoUrl: person.photoUrl } : null,
  };
}

/** An offer as its host and the site's team see it. */
export const presentHostOffer = (offer: SessionOffer): z.infer<typeof hostOfferView> => ({
  ...presentCommon(offer),
  bufferBeforeMinutes: offer.bufferBeforeMinutes,
  bufferAfterMinutes: offer.bufferAfterMinutes,
  stepMinutes: offer.stepMinutes,
  noticeMinutes: offer.noticeMinutes,
  horizon: offer.horizon,
  limits: offer.limits,
  isActive: offer.isActive,
  isHidden: offer.hiddenAt !== null,
  version: offer.version,
});

const presentCommon = ({ id, hostId, title, description, minutes, amountMinor, currency }: ShownOffer) => ({
  id,
  hostId,
  title,
  description,
  minutes,
  price: { amountMinor, currency },
});
