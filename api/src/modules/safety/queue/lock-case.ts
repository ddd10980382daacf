import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingStaff } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { ModerationCase } from "../models/moderation-case.ts";

/** A case kept from changing until the call's transaction ends. Refuses when there is none. */
export async function lockCase(scope: Scope, id: string): Promise<ModerationCase> {
  const found = await scope.query(ModerationCase).findOne({ id }).forUpdate();
  if (!found) throw notFound();
  return found;
}

/** A case that the calling team member works on. Refuses one that waits, is a colleague's, or is decided. */
export async function lockOwnCase(scope: Scope, id: string): Promise<ModerationCase> {
  const found = await lockCase(scope, id);
  if (found.decidedAt) throw failure("safety.case_decided");
  if (found.claimedBy !== callingStaff(scope).accountId) throw failure("safety.case_not_claimed");
  return found;
}
