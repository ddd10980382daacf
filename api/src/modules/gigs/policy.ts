import { invalidFields, notFound } from "../../platform/errors.ts";
import { type Actor, memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readMember } from "../identity/index.ts";
import { isListed } from "../people/index.ts";

/** The role of members who sell gigs. */
export const sellerRole = "seller";

/** Whose gigs a caller means: a member their own and need not say so, the site's team and servers those of whom they name. Somebody else's are not found. */
export function sellerMeant(actor: Actor, memberId: string | undefined): string {
  const own = memberIdOf(actor);
  const meant = memberId ?? own;
  if (meant === null)
    throw invalidFields({ path: ["memberId"], message: "Name the member whose gigs they are." });
  if (own !== null && own !== meant) throw notFound();
  return meant;
}

/** Whether the caller may see and change what a seller alone sees and changes: their own, or as the site's team or server. */
export const mayManage = (actor: Actor, sellerId: string): boolean => {
  const own = memberIdOf(actor);
  return own === null ? actor.kind !== "visitor" : own === sellerId;
};

/** Whether the site shows somebody as a seller: listed, and with that role. */
export async function isListedSeller(scope: Scope, memberId: string): Promise<boolean> {
  const member = await readMember(scope, memberId);
  return member !== null && member.roles.includes(sellerRole) && (await isListed(scope, memberId));
}
