import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { takeTransition } from "../../platform/flow/engine.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { bookSlotFor } from "../scheduling/index.ts";
import { addSessionOrder, beginSession } from "./begin-order.ts";
import { readOrder } from "./policy.ts";
import { ownOrderView, presentOwnOrder } from "./present.ts";
import { statement } from "./statement.ts";

export const giveSession = operation({
  summary:
    "Books a slot for a member and gives it to them: an order at the offer's price with a line that takes it off.",
  input: z.strictObject({
    offerId: z.uuid(),
    clientId: z.uuid(),
    startsAt: z.iso.datetime().max(40),
    /** For the team; neither side reads it. */
    reason: statement,
  }),
  output: ownOrderView,
  async run(scope, { offerId, clientId, startsAt, reason }) {
    const booked = await bookSlotFor(scope, { offerId, clientId, startsAt: new Date(startsAt) });
    const order = await addSessionOrder(scope, booked, {
      buyerId: clientId,
      note: null,
      utm: null,
      pageUrl: null,
    });
    if (!order) throw new Error("A booking that was just made has an order already.");
    await booked.governBy(order.id);
    await beginSession(scope, order, booked);
    const request =
      order.amountMinor === 0 ? { transition: "confirm_free" } : { transition: "waive", input: { reason } };
    const outcome = await takeTransition(scope, order.id, { ...request, by: "operator" });
    if (outcome.kind !== "step") throw new Error(`a session could not be given: ${outcome.kind}`);
    await audit(scope, {
      action: "orders.give_session",
      entity: { kind: "order", id: order.id },
      after: { offerId, clientId, startsAt, reason },
    });
    return presentOwnOrder(scope, (await readOrder(scope, order.id)).order);
  },
});
