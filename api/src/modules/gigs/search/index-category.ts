import { z } from "zod";
import { type Job, job } from "../../../platform/jobs/job.ts";
import { Gig } from "../models/gig.ts";
import { GigCategory } from "../models/gig-category.ts";
import { outdate } from "./outdate.ts";

/** Has the search read all gigs of a category and those below it anew: they are found by its names. */
export const indexCategory: Job = job({
  name: "gigs.index_category",
  on: ["gig_category.changed"],
  payload: z.object({ categoryId: z.uuid() }),
  async run(scope, { categoryId }) {
    const gigs = await scope.read<{ id: string }>`
      with recursive below as (
        select c.id from ${GigCategory} c where c.id = ${categoryId}
        union all
        select c.id from ${GigCategory} c join below b on c.parent_id = b.id
      )
      select g.id from ${Gig} g where g.is_visible and g.category_id in (select id from below)`;
    for (const { id } of gigs) await outdate(scope, id);
  },
});
