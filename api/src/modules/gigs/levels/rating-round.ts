import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Gig } from "../models/gig.ts";
import { workOut } from "./work-out.ts";

const name = "gigs.rate_sellers";

/** So many sellers are worked out in one transaction. */
const batch = 200;

const payload = z.object({
  /** Everybody up to this id was worked out in this round. */
  after: z.uuid().optional(),
  /** Whether another round follows by itself the next night. */
  isDaily: z.boolean(),
});

/** Sees to it that every seller is worked out anew the next night: days that counted so far no longer do. */
export async function planNightlyRound(scope: Scope): Promise<void> {
  const tomorrow = new Date((Math.floor(scope.now.getTime() / days(1)) + 1) * days(1));
  await planRound(scope, "night", tomorrow, { isDaily: true });
}

/** Has every seller worked out anew at once, by the rules as they are now. */
export const planRoundNow = (scope: Scope): Promise<void> =>
  planRound(scope, "now", scope.now, { isDaily: false });

const planRound = (scope: Scope, key: string, dueAt: Date, rest: z.infer<typeof payload>): Promise<void> =>
  setTimer(scope, { name, subjectId: derivedId(name, scope.tenant.id), key, dueAt, payload: rest });

/** Works out those whose turn it is, and hands the others on to the next timer. */
export const rateSellersDue = timer({
  name,
  payload,
  async run(scope, { payload: { after, isDaily } }) {
    const sellers = await scope.read<{ sellerId: string }>`
      select distinct seller_id from ${Gig} g
      where ${after ?? null}::uuid is null or seller_id > ${after ?? null}
      order by seller_id limit ${batch}`;
    const ids = sellers.map(({ sellerId }) => sellerId);
    await workOut(scope, ids);
    const last = ids.at(-1);
    if (last !== undefined && ids.length === batch)
      await planRound(scope, `after ${last}`, scope.now, { after: last, isDaily });
    else if (isDaily) await planNightlyRound(scope);
  },
});
