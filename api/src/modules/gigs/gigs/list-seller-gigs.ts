import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Gig } from "../models/gig.ts";
import { sellerMeant } from "../policy.ts";
import { gigStates } from "../rules/standing.ts";
import { sellerGigCard } from "./gig-view.ts";
import { presentSellerCard } from "./present-gig.ts";
import { wholeGigs } from "./read-gigs.ts";

export const listSellerGigs = operation({
  summary: "Lists all gigs of a seller with how each stands, the newest first.",
  input: z.strictObject({
    ...pageInput,
    /** The caller when not given. */
    memberId: z.uuid().optional(),
    state: z.enum(gigStates).optional(),
  }),
  output: pageOf(sellerGigCard),
  async run(scope, { limit, cursor, memberId, state }) {
    const sellerId = sellerMeant(scope.actor, memberId);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["id"]);
    const rows = await scope.read<Gig>`
      select * from ${Gig} g where seller_id = ${sellerId}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${after ? fragment`and id < ${after[0]}::uuid` : fragment``}
      order by id desc limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, { position: ({ id }) => [id], present: (gig) => gig });
    const gigs = await wholeGigs(scope, page.items);
    return { ...page, items: gigs.map((gig) => presentSellerCard(scope, gig)) };
  },
});
