import { invalidFields, notFound } from "../../platform/errors.ts";
import { memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { keptApartFrom } from "../safety/index.ts";

/** Whose profile a caller means: a member its own, the site's team and servers anybody's, whom they name. */
export function personMeant({ actor }: Scope, memberId: string | undefined): string {
  const own = memberIdOf(actor);
  const meant = memberId ?? own;
  if (meant === null)
    throw invalidFields({ path: ["memberId"], message: "Name the person whose profile it is." });
  if (own !== null && meant !== own) throw notFound();
  return meant;
}

/** Whom a calling member is not shown, and who is not shown them, because one blocked the other. */
export async function keptApartFromCaller(scope: Scope): Promise<string[]> {
  const own = memberIdOf(scope.actor);
  return own === null ? [] : keptApartFrom(scope, own);
}
