import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { isCurrency } from "../../../platform/money.ts";
import { creditUnit, refuseCreditPrice } from "../../money/index.ts";
import { personView } from "../../people/index.ts";
import { plainDate, priceView, refuseInverted } from "../fields.ts";
import { type BookingLimits, limitsAreOrdered } from "../rules/booking-limits.ts";
import { type Horizon } from "../rules/horizon.ts";

// One million of the largest unit with three digits behind the point.
const mostMinor = 1_000_000_000;

const days = z.int().min(1).max(730);

/** How far ahead an offer can be booked, in the host's own dates. */
const horizonField = z.union([
  z.strictObject({ kind: z.literal("days"), days }),
  z.strictObject({ kind: z.literal("business_days"), days }),
  z.strictObject({ kind: z.literal("range"), from: plainDate, until: plainDate }),
]);

const perPeriod = (most: number) =>
  z.strictObject({
    day: z.int().min(1).max(most).exactOptional(),
    week: z.int().min(1).max(most).exactOptional(),
    month: z.int().min(1).max(most).exactOptional(),
  });

/** The most bookings and minutes of an offer per day, week (from Monday) and month of the host's dates. */
const limitsField = z.strictObject({
  bookings: perPeriod(10_000).exactOptional(),
  minutes: perPeriod(100_000).exactOptional(),
});

const buffer = z.int().min(0).max(1440);

/** What a host decides about an offer. */
export const offerFields = {
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000),
  minutes: z.int().min(5).max(1440),
  price: z.strictObject({
    /** 0 is free. */
    amountMinor: z.int().min(0).max(mostMinor),
    /** A currency, or `credits`. */
    currency: z
      .string()
      .refine(
        (unit) => isCurrency(unit) || unit === creditUnit,
        "Write a currency as three capital letters, such as EUR, or credits.",
      )
      .meta({ example: "EUR" }),
  }),
  /** Kept free before and after each session, besides the buffers of its neighbours. */
  bufferBeforeMinutes: buffer,
  bufferAfterMinutes: buffer,
  /** From one start to the next on the grid that begins where the host's hours begin; the length when null. */
  stepMinutes: z.int().min(5).max(1440).nullable(),
  /** How long before its start a session can be booked at the latest. */
  noticeMinutes: z.int().min(0).max(43_200),
  /** Null is as far ahead as anybody likes. */
  horizon: horizonField.nullable(),
  limits: limitsField,
  isActive: z.boolean(),
};

const commonView = z.object({
  id: z.uuid(),
  hostId: z.uuid(),
  title: z.string(),
  description: z.string(),
  minutes: z.int(),
  price: priceView,
});

/** An offer as everybody may see it. */
export const offerView = commonView.extend({
  /** Whose time it is; null when nobody may know. */
  host: personView.pick({ name: true, photoUrl: true }).nullable(),
});

/** An offer as its host and the site's team see it. */
export const hostOfferView = commonView.extend({
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  stepMinutes: z.int().nullable(),
  noticeMinutes: z.int(),
  horizon: horizonField.nullable(),
  limits: limitsField,
  isActive: z.boolean(),
  /** Whether the site's team took it from sight. */
  isHidden: z.boolean(),
  /** Raised with every change. */
  version: z.int(),
});

/** Refuses what fields alone cannot judge: a range that ends before it begins, and a limit lower than that of a shorter period. */
export function refuseBadOffer({
  horizon,
  limits,
}: {
  readonly horizon: Horizon | null;
  readonly limits: BookingLimits;
}): void {
  if (horizon?.kind === "range") refuseInverted(horizon);
  if (!limitsAreOrdered(limits))
    throw invalidFields({
      path: ["limits"],
      message: "A longer period needs at least the limit of a shorter one.",
    });
}

/** Refuses a price in credits that the host may not ask; what a price in money may be, the gateway says. */
export async function refuseBadPrice(
  scope: Scope,
  hostId: string,
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
): Promise<void> {
  if (currency === creditUnit) await refuseCreditPrice(scope, hostId, amountMinor);
}
