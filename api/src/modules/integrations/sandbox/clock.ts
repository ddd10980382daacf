import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { type Advance } from "../../../platform/timers/advance.ts";
import { days } from "../../../platform/time.ts";
import { forgetTenant } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";

/** Advances a sandbox's clock, for at most so many milliseconds. */
type AdvanceClock = (tenantId: string, to: Date, deadlineMs: number) => Promise<Advance>;

let advanceClock: AdvanceClock | undefined;

/** Tells the process how clocks are advanced, once at the start. */
export function useClocks(advance: AdvanceClock): void {
  advanceClock = advance;
}

const mostDays = 800;
/** Answers come within 20 seconds; the rest is for the way. */
const walkMs = 16_000;

export const clock = threePartOperation({
  summary:
    "Moves a sandbox's clock forward through everything that becomes due; repeat it until `now` equals `to`. Elsewhere there is no such address.",
  input: z.strictObject({ to: z.iso.datetime() }),
  output: z.object({
    now: z.iso.datetime(),
    to: z.iso.datetime(),
    /** Timers, events and jobs not yet worked off. */
    pending: z.int(),
    /** Timers and jobs that failed and are tried again by themselves. */
    failed: z.int(),
  }),
  deadlineMs: 19_000,
  async prepare(scope, { to }) {
    if (!scope.tenant.isSandbox) throw notFound();
    const target = new Date(to);
    if (target < scope.now) throw failure("integrations.clock_backwards", { now: scope.now.toISOString() });
    if (target.getTime() - scope.now.getTime() > days(mostDays)) {
      throw failure("integrations.clock_too_far", { days: mostDays });
    }
    return { tenantId: scope.tenant.id, target };
  },
  async call({ tenantId, target }) {
    if (!advanceClock) throw new Error("useClocks was not called at the start of the process.");
    const advance = await advanceClock(tenantId, target, walkMs);
    // The next request of this process must not be told the time from before.
    forgetTenant(tenantId);
    return advance;
  },
  finish: async (_scope, _prepared, { now, to, pending, failed }) => ({
    now: now.toISOString(),
    to: to.toISOString(),
    pending,
    failed,
  }),
});
