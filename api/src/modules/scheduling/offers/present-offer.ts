import { type z } from "zod";
import { type SessionOffer } from "../models/session-offer.ts";
import { type hostOfferView, type offerView } from "./offer-fields.ts";

type ShownOffer = Pick<
  SessionOffer,
  "id" | "hostId" | "title" | "description" | "minutes" | "amountMinor" | "currency"
>;

/** An offer as everybody may see it. */
export const presentOffer = ({
  id,
  hostId,
  title,
  description,
  minutes,
  amountMinor,
  currency,
}: ShownOffer): z.infer<typeof offerView> => ({
  id,
  hostId,
  title,
  description,
  minutes,
  price: { amountMinor, currency },
});

/** An offer as its host and the site's team see it. */
export const presentHostOffer = (offer: SessionOffer): z.infer<typeof hostOfferView> => ({
  ...presentOffer(offer),
  bufferBeforeMinutes: offer.bufferBeforeMinutes,
  bufferAfterMinutes: offer.bufferAfterMinutes,
  stepMinutes: offer.stepMinutes,
  noticeMinutes: offer.noticeMinutes,
  horizon: offer.horizon,
  limits: offer.limits,
  isActive: offer.isActive,
  version: offer.version,
});
