import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { withinTenant } from "../../platform/scope/open.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";
import { failure } from "./errors.ts";
import { issueKey } from "./issue-key.ts";
import { setPlan } from "./plans/set-plan.ts";
import { startPlanTrial } from "./plans/trial.ts";
import { type PlanKey } from "./rules/plans.ts";
import { readTenant } from "./tenant-row.ts";

/** The keys a new site starts with, the only time its secret key is seen. */
export interface FirstKeys {
  readonly publishableKey: string;
  readonly secretKey: string;
}

/** Adds a live tenant with its first keys; it tries the first plan unless one is given. Refuses with `tenancy.slug_taken`. */
export async function createTenant(
  scope: Scope,
  {
    name,
    slug,
    settings,
    plan,
  }: {
    readonly name: string;
    readonly slug: string;
    readonly settings: Tenant["settings"];
    readonly plan?: PlanKey | undefined;
  },
): Promise<{ readonly tenant: Tenant; readonly keys: FirstKeys }> {
  const made = { ...noTenant, id: newId(wallClock()), slug, name, settings };
  return addTenant(scope, made, (inside) => (plan ? setPlan(inside, plan) : startPlanTrial(inside)));
}

/** Adds the sandbox of a live tenant: its settings as they are now, keys of its own, nothing else in common. */
export async function addSandbox(
  scope: Scope,
  live: Tenant,
): Promise<{ readonly tenant: Tenant; readonly keys: FirstKeys }> {
  return addTenant(scope, {
    ...noTenant,
    id: newId(wallClock()),
    slug: `${live.slug.slice(0, 55)}-test`,
    name: live.name,
    isSandbox: true,
    parentId: live.id,
    settings: live.settings,
  });
}

async function addTenant(
  scope: Scope,
  tenant: Tenant,
  begin: (inside: Scope) => Promise<unknown> = async () => {},
): Promise<{ readonly tenant: Tenant; readonly keys: FirstKeys }> {
  return withinTenant(scope, tenant, async (inside) => {
    const { id, slug, name, isSandbox, parentId, settings } = tenant;
    const added = await inside.sql`
      insert into tenants (id, slug, name, is_sandbox, parent_id, settings, created_at, updated_at)
      values (${id}, ${slug}, ${name}, ${isSandbox}, ${parentId}, ${JSON.stringify(settings)}, ${scope.now}, ${scope.now})
      on conflict do nothing returning id`;
    if (added.length === 0) throw failure("tenancy.slug_taken", { slug });
    await begin(inside);
    const { token: publishableKey } = await issueKey(inside, {
      kind: "publishable",
      name: "Website",
      scopes: [],
    });
    const { token: secretKey } = await issueKey(inside, { kind: "secret", name: "Server", scopes: ["*"] });
    const { activeModules, limits, mayHidePoweredBy } = (await readTenant(inside, id)) ?? tenant;
    const made = { ...tenant, activeModules, limits, mayHidePoweredBy };
    return { tenant: made, keys: { publishableKey, secretKey } };
  });
}
