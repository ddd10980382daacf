import { notFound } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** Reads a member and keeps them from changing until the call's transaction ends. Refuses when there is none. */
export async function lockMember(scope: Scope, id: string): Promise<Member> {
  const member = await scope.query(Member).findOne({ id }).forUpdate();
  if (!member) throw notFound();
  return member;
}
