import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { messageView, writeAsTeam } from "../messaging/index.ts";
import { failure } from "./errors.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { readOrder } from "./policy.ts";

export const writeInDispute = operation({
  summary:
    "Writes to both sides of a dispute in the name of the site's team. A retry with the same `clientId` answers the message that is there.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    /** Chosen by the page, once for each message. */
    clientId: z.string().regex(/^[\w-]{1,64}$/, "Use 1 to 64 letters, digits, - and _."),
    text: z.string().trim().min(1).max(4000),
  }),
  output: messageView,
  async run(scope, { id, ...written }) {
    const { order } = await readOrder(scope, id);
    const [dispute] = await scope.read`select 1 as found from ${OrderDispute} d where order_id = ${id}`;
    if (!dispute) throw failure("orders.not_possible", { state: order.state });
    const message = await writeAsTeam(scope, { kind: "dispute", id }, written);
    await audit(scope, {
      action: "orders.write_in_dispute",
      entity: { kind: "order", id },
      after: { messageId: message.id },
    });
    return message;
  },
});
