import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { addSandbox } from "./create-tenant.ts";
import { failure } from "./errors.ts";
import { lockTenant } from "./tenant-row.ts";

export const createSandbox = operation({
  summary:
    "Creates the site's sandbox: a copy of its settings with test keys, test money and a clock of its own.",
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), slug: z.string(), publishableKey: z.string(), secretKey: z.string() }),
  async run(scope) {
    if (scope.tenant.isSandbox) throw failure("tenancy.sandbox_of_sandbox");
    const live = await lockTenant(scope);
    const existing = await scope.sql`select id from tenants where parent_id = ${live.id}`;
    if (existing.length > 0) throw failure("tenancy.sandbox_exists");
    const { tenant, keys } = await addSandbox(scope, live);
    await audit(scope, {
      action: "tenancy.create_sandbox",
      entity: { kind: "tenant", id: tenant.id },
      after: { slug: tenant.slug },
    });
    return { id: tenant.id, slug: tenant.slug, ...keys };
  },
});
