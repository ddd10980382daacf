import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Gig } from "../models/gig.ts";
import { mayManage } from "../policy.ts";
import { period, readStats, statsView } from "./stats-view.ts";

export const getGigStats = operation({
  summary: "Answers how a gig did in the last days: views, clicks, orders, conversion and revenue.",
  input: z.strictObject({ id: z.uuid(), ...period }),
  output: statsView,
  async run(scope, { id, days }) {
    const [gig] = await scope.read<Gig>`select seller_id from ${Gig} g where id = ${id}`;
    if (!gig || !mayManage(scope.actor, gig.sellerId)) throw notFound();
    return readStats(scope, { gigId: id }, days);
  },
});
