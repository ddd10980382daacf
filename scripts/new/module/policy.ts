import { invalidFields, notFound } from "../../platform/errors.ts";
import { type Actor, memberIdOf } from "../../platform/scope/actor.ts";

/** Whose sample a caller means: a member their own and need not say so, the site's team and servers the one they name. Somebody else's is not found. */
export function memberMeant(actor: Actor, memberId: string | undefined): string {
  const own = memberIdOf(actor);
  const meant = memberId ?? own;
  if (meant === null) throw invalidFields({ path: ["memberId"], message: "Name the member it is for." });
  if (own !== null && own !== meant) throw notFound();
  return meant;
}
