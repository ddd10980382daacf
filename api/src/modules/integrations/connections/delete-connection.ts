import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Connection } from "../models/connection.ts";
import { closeConnectionTasks } from "./connection-tasks.ts";
import { forgetConnections } from "./opened-connections.ts";
import { lockConnection } from "./present-connection.ts";

export const deleteConnection = operation({
  summary:
    "Ends a connection: nothing new goes to the provider. The credentials are deleted; those of a payment provider that was used stay sealed for refunds and late events, those of a bucket for the files in it.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), state: z.enum(["deleted", "disconnected"]) }),
  async run(scope, { id }) {
    const { kind, vendor, state: before, version } = await lockConnection(scope, id);
    const isKept = (kind === "payments" || kind === "files") && before !== "new";
    if (isKept) {
      await scope
        .query(Connection)
        .where({ id })
        .patch({ state: "disconnected", version: version + 1 });
    } else {
      await scope.query(Connection).where({ id }).delete();
    }
    await closeConnectionTasks(scope, id);
    forgetConnections(scope.tenant.id);
    const state = isKept ? ("disconnected" as const) : ("deleted" as const);
    await audit(scope, {
      action: "integrations.delete_connection",
      entity: { kind: "connection", id },
      before: { vendor, state: before },
      after: { state },
    });
    return { id, state };
  },
});
