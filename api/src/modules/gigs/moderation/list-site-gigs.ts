import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { nameMembers } from "../../identity/index.ts";
import { sellerGigCard } from "../gigs/gig-view.ts";
import { presentSellerCard } from "../gigs/present-gig.ts";
import { wholeGigs } from "../gigs/read-gigs.ts";
import { Gig } from "../models/gig.ts";
import { gigStates, moderations } from "../rules/standing.ts";

const sorts = sorting(
  {
    createdAt: { by: fragment`g.created_at`, kind: "instant" },
    // A draft was never submitted; it stands where it was begun.
    submittedAt: { by: fragment`coalesce(g.submitted_at, g.created_at)`, kind: "instant" },
  },
  "-createdAt",
);

export const listSiteGigs = operation({
  summary:
    "Lists every gig of the site, newest first unless another order is asked for, narrowed by how it stands, its seller and words of its title.",
  input: z.strictObject({
    ...pageInput,
    ...sorts.input,
    state: z.enum(gigStates).optional(),
    moderation: z.enum(moderations).optional(),
    sellerId: z.uuid().optional(),
    search: z.string().trim().max(100).optional(),
  }),
  output: pageOf(
    sellerGigCard.extend({
      /** Null for somebody who is erased. */
      sellerName: z.string().nullable(),
    }),
  ),
  async run(scope, { limit, cursor, sort, state, moderation, sellerId, search }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`g.id`);
    const rows = await scope.read<Gig & SortedRow>`
      select g.*, ${key} from ${Gig} g where true
        ${state === undefined ? fragment`` : fragment`and g.state = ${state}`}
        ${moderation === undefined ? fragment`` : fragment`and g.moderation = ${moderation}`}
        ${sellerId === undefined ? fragment`` : fragment`and g.seller_id = ${sellerId}`}
        ${search ? fragment`and g.title ilike ${patternOf(search)}` : fragment``}
        ${after} ${by} limit ${limit + 1}`;
    const found = page(rows, limit, (gig) => gig);
    const [gigs, names] = await Promise.all([
      wholeGigs(scope, found.items),
      nameMembers(
        scope,
        found.items.map((gig) => gig.sellerId),
      ),
    ]);
    return {
      ...found,
      items: gigs.map((whole) => ({
        ...presentSellerCard(scope, whole),
        sellerName: names.get(whole.gig.sellerId) ?? null,
      })),
    };
  },
});

const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
