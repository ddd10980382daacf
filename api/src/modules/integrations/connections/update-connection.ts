import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Connection } from "../models/connection.ts";
import { connectionFields, type Entered, modeFor, readValues } from "./connection-fields.ts";
import { forgetConnections } from "./opened-connections.ts";
import { connectionView, lockConnection, presentConnection } from "./present-connection.ts";
import { columnsOf, openValues } from "./sealed-credentials.ts";
import { vendors } from "./vendors/all-vendors.ts";

export const updateConnection = operation({
  summary:
    "Replaces the given credentials and options of a connection and leaves the others; `isFirst` has it asked before the others of its kind.",
  input: connectionFields.partial().extend({ id: z.uuid(), isFirst: z.literal(true).optional() }),
  output: connectionView,
  async run(scope, { id, isFirst, ...fields }) {
    const before = await lockConnection(scope, id);
    if (before.state === "disconnected") throw failure("integrations.disconnected");
    const entered: Entered = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    );
    const replaced = Object.keys(entered);
    const changes: Partial<Connection> = {
      ...(replaced.length > 0 && replace(scope, before, entered)),
      ...(isFirst && { rank: await firstRank(scope, before) }),
      version: before.version + 1,
    };
    const after = await scope.query(Connection).patchAndFetchById([scope.tenant.id, id], changes);
    forgetConnections(scope.tenant.id);
    await audit(scope, {
      action: "integrations.update_connection",
      entity: { kind: "connection", id },
      before: { options: before.options, rank: before.rank },
      // Which secrets were replaced, never by what.
      after: { options: after.options, rank: after.rank, replaced },
    });
    return presentConnection(scope, after);
  },
});

function replace(scope: Scope, connection: Connection, entered: Entered): Partial<Connection> {
  const { tenant } = scope;
  const vendor = vendors[connection.vendor];
  const before = openValues(tenant.id, connection);
  const values = readValues(vendor, { ...before, ...entered });
  const moved = ["endpoint", "bucket"].find((name) => values[name] !== before[name]);
  if (moved && connection.state !== "new") throw invalidFields({ path: [moved], message: elsewhere });
  return {
    mode: modeFor(tenant, vendor, values),
    ...columnsOf(tenant.id, connection.id, vendor, values),
    testedAt: null,
    testCode: null,
    testDetail: null,
  };
}

/** Files lie in a bucket: another one is another connection. */
const elsewhere = "Files lie in the bucket that was entered. Disconnect it and connect the other one.";

async function firstRank(scope: Scope, { kind }: Connection): Promise<number> {
  const [first] = await scope.query(Connection).where({ kind }).orderBy("rank").limit(1);
  return (first?.rank ?? 1) - 1;
}
