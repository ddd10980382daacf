import { notFound } from "../../platform/errors.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { type Payment } from "./models/payment.ts";

/** Who looks at a payment: the one who pays or earns by it, or the site's own people. Null for everybody else. */
export function viewOf(actor: Actor, payment: Payment): "party" | "site" | null {
  switch (actor.kind) {
    case "visitor":
      return actor.visitorId === payment.payerVisitorId ? "party" : null;
    case "member": {
      const isPayer =
        actor.memberId === payment.payerMemberId ||
        (actor.visitorId !== null && actor.visitorId === payment.payerVisitorId);
      return isPayer || payment.payeeIds.includes(actor.memberId) ? "party" : null;
    }
    // The permission or scope was checked at the door.
    case "staff":
    case "server":
    case "operator":
    case "system":
      return "site";
  }
}

/** Refuses everybody who has nothing to do with a payment, as if it did not exist. */
export function assertMaySee(actor: Actor, payment: Payment | undefined): asserts payment is Payment {
  if (!payment || viewOf(actor, payment) === null) throw notFound();
}
