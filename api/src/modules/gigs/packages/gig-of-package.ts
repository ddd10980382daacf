import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { GigPackage } from "../models/gig-package.ts";

/** The gig a package belongs to; refuses for nobody's id. */
export async function gigOfPackage(scope: Scope, id: string): Promise<string> {
  const found = await scope.query(GigPackage).findOne({ id });
  if (!found) throw notFound();
  return found.gigId;
}
