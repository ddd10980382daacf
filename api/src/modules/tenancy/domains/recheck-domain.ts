import { z } from "zod";
import { type EventDefinition } from "../../../platform/module.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { type FoundRecords, lookUpDomain } from "./look-up-domain.ts";
import { recheckName, settleDomain } from "./settle-domain.ts";

declare global {
  interface DomainEvents {
    /** A domain of a site is to be looked up again. */
    "tenancy.domain_check_due": { domainId: string };
  }
}

const fact = z.object({ domainId: z.uuid() });

export const domainCheckDue: EventDefinition = { fact, recipients: () => [], frame: null, webhook: null };

/** A day after a domain was looked up, it is time to do so again. */
export const recheckTimer = timer({
  name: recheckName,
  payload: z.object({}),
  run: (scope, { subjectId }) => announce(scope, "tenancy.domain_check_due", { domainId: subjectId }),
});

interface Prepared {
  readonly id: string;
  readonly domain: string;
  readonly proof: string;
}

/** Looks a domain up as the team's own check does; the next time is set by what was found. */
export const recheckDomain: Job = threePartJob<z.infer<typeof fact>, Prepared, FoundRecords>({
  name: "tenancy.look_up_domain",
  on: ["tenancy.domain_check_due"],
  payload: fact,
  async prepare(scope, { domainId }) {
    const row = await scope.query(SiteDomain).findOne({ id: domainId });
    return row ? { id: domainId, domain: row.domain, proof: row.proof } : null;
  },
  call: lookUpDomain,
  async finish(scope, { id }, found) {
    await settleDomain(scope, id, found);
  },
});
