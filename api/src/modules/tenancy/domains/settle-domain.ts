import { closeOperatorTask, openOperatorTask } from "../../../platform/operator-tasks.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { forgetDomain } from "../directory.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { standingAfter } from "../rules/domains.ts";
import { type FoundRecords } from "./look-up-domain.ts";

/** The timer that has a domain looked up again. */
export const recheckName = "tenancy.recheck_domain";

const failingTask = "tenancy.domain_failing";
const lostTask = "tenancy.domain_lost";

/** Writes down what was found of a domain and what follows: whose it is, whom to tell, when to look again. Null when it was removed meanwhile. */
export async function settleDomain(
  scope: Scope,
  id: string,
  found: FoundRecords,
): Promise<{ readonly before: SiteDomain; readonly after: SiteDomain } | null> {
  const before = await scope.query(SiteDomain).findOne({ id }).forUpdate();
  if (!before) return null;
  const isTaken = found.proof === "found" && !(await own(scope, before.domain));
  const standing = isTaken ? before : standingAfter(before, found.proof, scope.now);
  const counts = standing.state === "proven" || standing.state === "failing";
  if (before.state === "failing" && !counts) await disown(scope, before.domain);
  const changes = {
    state: standing.state,
    failingSince: standing.failingSince,
    proofRecord: found.proof,
    aliasRecord: found.alias,
    isTaken,
    checkedAt: scope.now,
    provenAt: standing.state === "proven" ? (before.provenAt ?? scope.now) : before.provenAt,
  };
  await scope.query(SiteDomain).where({ id }).patch(changes);
  await tellTeam(scope, { id, domain: before.domain, state: standing.state });
  if (counts) await setTimer(scope, { name: recheckName, subjectId: id, dueAt: plus(scope.now, days(1)) });
  return { before, after: Object.assign(new SiteDomain(), before, changes) };
}

/** Takes a domain away from the site: requests under it are nobody's, in every process within five seconds. */
export async function disown(scope: Scope, domain: string): Promise<void> {
  await scope.sql`delete from domain_owners where domain = ${domain} and tenant_id = ${scope.tenant.id}`;
  forgetDomain(domain);
}

/** Says that nothing is to be done about a domain any more. */
export async function closeDomainTasks(scope: Scope, id: string): Promise<void> {
  for (const kind of [failingTask, lostTask]) await closeOperatorTask(scope, { kind, subjectId: id });
}

/** Whether the domain is the site's from now on; false when it is another's. */
async function own(scope: Scope, domain: string): Promise<boolean> {
  await scope.sql`
    insert into domain_owners (domain, tenant_id, created_at) values (${domain}, ${scope.tenant.id}, ${scope.now})
    on conflict do nothing`;
  forgetDomain(domain);
  const owned = await scope.sql`
    select 1 from domain_owners where domain = ${domain} and tenant_id = ${scope.tenant.id}`;
  return owned.length > 0;
}

async function tellTeam(
  scope: Scope,
  { id, domain, state }: Pick<SiteDomain, "id" | "domain" | "state">,
): Promise<void> {
  if (state === "proven") return closeDomainTasks(scope, id);
  if (state === "failing") {
    await openOperatorTask(scope, { kind: failingTask, subjectId: id, params: { domain } });
  } else if (state === "lost") {
    await closeOperatorTask(scope, { kind: failingTask, subjectId: id });
    await openOperatorTask(scope, { kind: lostTask, subjectId: id, params: { domain } });
  }
}
