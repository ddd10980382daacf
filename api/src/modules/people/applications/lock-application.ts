import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { ProviderApplication } from "../models/provider-application.ts";

/** An application that waits for a decision, locked for it. */
export async function lockApplication(scope: Scope, id: string): Promise<ProviderApplication> {
  const [found] = await scope.query(ProviderApplication).where({ id }).forUpdate();
  if (!found) throw notFound();
  if (found.state !== "applied") throw failure("people.already_decided");
  return found;
}
