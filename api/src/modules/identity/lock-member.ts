import { notFound } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** Reads a member and keeps them from changing until the call's transaction ends. Refuses when there is none. */
export async function lockMember(scope: Scope, id: string): Promise<Member> {
  // Rows that only point at the member, such as a profile that changes at the same moment, need not wait, nor deadlock with us.
  const member = await scope.query(Member).findOne({ id }).forNoKeyUpdate();
  if (!member) throw notFound();
  return member;
}
