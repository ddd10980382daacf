import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { idsBelow } from "../categories/read-tree.ts";
import { Gig } from "../models/gig.ts";
import { gigCard } from "./gig-view.ts";
import { presentCards } from "./present-gig.ts";
import { wholeGigs } from "./read-gigs.ts";

export const listGigs = operation({
  summary:
    "Lists the gigs that can be bought, the newest first: of a category and all below it, of a seller, or of a tag.",
  input: z.strictObject({
    ...pageInput,
    /** The slug of a category. */
    category: z.string().max(60).optional(),
    sellerId: z.uuid().optional(),
    tag: z.string().trim().toLowerCase().max(30).optional(),
  }),
  output: pageOf(gigCard),
  async run(scope, { limit, cursor, category, sellerId, tag }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const apart = await keptApartFromCaller(scope);
    const rows = await scope.read<Gig>`
      select * from ${Gig} g where is_visible
        ${category === undefined ? fragment`` : fragment`and category_id in ${idsBelow(category)}`}
        ${sellerId === undefined ? fragment`` : fragment`and seller_id = ${sellerId}`}
        ${tag === undefined ? fragment`` : fragment`and ${tag} = any(tags)`}
        ${apart.length === 0 ? fragment`` : fragment`and not (seller_id = any(${apart}::uuid[]))`}
        ${after ? fragment`and (published_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by published_at desc, id desc limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, {
      position: ({ publishedAt, id }) => [publishedAt?.getTime() ?? 0, id],
      present: (gig) => gig,
    });
    return { ...page, items: await presentCards(scope, await wholeGigs(scope, page.items)) };
  },
});
