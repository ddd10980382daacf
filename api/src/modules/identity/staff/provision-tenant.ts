import { withinTenant } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { days, plus } from "../../../platform/time.ts";
import { addSandbox, createTenant, type FirstKeys, type PlanKey } from "../../tenancy/index.ts";
import { scheduleSweep } from "../sweep.ts";
import { addMembership } from "./memberships.ts";

/** A tenant as it stands after sign-up: itself, its sandbox, and the keys of both, shown this once. */
export interface ProvisionedTenant {
  readonly live: Tenant;
  readonly liveKeys: FirstKeys;
  readonly sandbox: Tenant;
  readonly sandboxKeys: FirstKeys;
}

/** Makes a tenant and its sandbox with an owner, in the scope's transaction. Refuses with `tenancy.slug_taken`. */
export async function provisionTenant(
  scope: Scope,
  {
    ownerId,
    name,
    slug,
    settings,
    plan,
  }: {
    readonly ownerId: string;
    readonly name: string;
    readonly slug: string;
    readonly settings: Tenant["settings"];
    /** Its plan; the trial of the first one unless told. */
    readonly plan?: PlanKey;
  },
): Promise<ProvisionedTenant> {
  const { tenant: live, keys: liveKeys } = await createTenant(scope, { name, slug, settings, plan });
  await withinTenant(scope, live, async (inside) => {
    await addMembership(inside, ownerId, "owner");
    await scheduleSweep(inside, plus(scope.now, days(1)));
  });
  const { tenant: sandbox, keys: sandboxKeys } = await addSandbox(scope, live);
  await withinTenant(scope, sandbox, (inside) => scheduleSweep(inside, plus(scope.now, days(1))));
  return { live, liveKeys, sandbox, sandboxKeys };
}
