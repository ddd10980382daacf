import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { presentOrderById } from "../../orders/index.ts";
import { presentBookingById } from "../../scheduling/index.ts";
import { type TeamNote } from "../models/team-note.ts";

/** The members that something is about: themselves, or the two sides. Not found when there is no such thing. */
export async function concernedMembers(
  scope: Scope,
  { subjectKind: kind, subjectId: id }: Pick<TeamNote, "subjectKind" | "subjectId">,
): Promise<string[]> {
  if (kind === "member") {
    if (!(await readMember(scope, id))) throw notFound();
    return [id];
  }
  if (kind === "booking") {
    const booking = await presentBookingById(scope, id);
    if (!booking) throw notFound();
    return [booking.clientId, booking.hostId];
  }
  const order = await presentOrderById(scope, id);
  if (!order) throw notFound();
  return [order.buyerId, order.sellerId];
}
