import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { withinTenant } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readTenant } from "../../tenancy/index.ts";

/** The short name of a live site, by which operators name it. */
export const siteSlug = z.string().max(63).meta({ example: "northlight" });

/** Does an operator's work in a live site, in the same transaction. Refuses with `request.not_found`. */
export async function inSite<Result>(
  scope: Scope,
  slug: string,
  work: (inside: Scope) => Promise<Result>,
): Promise<Result> {
  const [found] = await scope.sql<{ id: string }>`
    select id from tenants where slug = ${slug} and parent_id is null`;
  const tenant = found && (await readTenant(scope, found.id));
  if (!tenant) throw notFound();
  return withinTenant(scope, tenant, work);
}
