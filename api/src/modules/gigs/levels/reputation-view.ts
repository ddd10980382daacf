import { z } from "zod";
import { metrics, scoreParts } from "../rules/reputation.ts";

/** A level or a badge as people read it. */
export const honourName = z.object({
  /** Names it for good, such as `top_rated`. */
  name: z.string(),
  /** By language; where one is missing, the English words stand. */
  labels: z.object({ en: z.string(), "zh-CN": z.string().optional(), ar: z.string().optional() }),
});

const least = z.number().optional();

/** A level or a badge with what it takes; what is left out is not asked for. */
export const honourView = honourName.extend({
  needs: z.object({
    orders: least,
    reviews: least,
    rating: least,
    onTimePercent: least,
    /** The most there may be; every other is the least. */
    cancelledPercent: least,
    returningBuyers: least,
  }),
});

/** How a seller stands, as everybody may know it. */
export const reputationView = z.object({
  memberId: z.uuid(),
  /** From 0 to 100: the sum of the parts by their shares. Null while no order has ended. */
  score: z.int().nullable(),
  /** Empty without a score. */
  parts: z.array(
    z.object({
      /** `kept` is how few orders came to nothing by the seller. */
      part: z.enum(scoreParts),
      /** From 0 to 100. */
      value: z.number(),
      /** Of the score, from 0 to 1. */
      share: z.number(),
    }),
  ),
  /** Null below the first level. */
  level: honourName.nullable(),
  badges: z.array(honourName),
  /** Orders whose work was accepted in the counted days. */
  completed: z.int(),
  /** In how many days orders and reviews count. */
  windowDays: z.int(),
});

/** One thing that a level asks for, and what there is of it. */
export const needView = z.object({
  metric: z.enum(metrics),
  /** The least; of `cancelledPercent` the most there may be. */
  needed: z.number(),
  /** Null where nothing is known yet. */
  has: z.number().nullable(),
  isMet: z.boolean(),
});
