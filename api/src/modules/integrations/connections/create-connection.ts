import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { siteOf } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { Connection } from "../models/connection.ts";
import { connectionFields, modeFor, readValues } from "./connection-fields.ts";
import { forgetConnections } from "./opened-connections.ts";
import { connectionView, presentConnection } from "./present-connection.ts";
import { columnsOf } from "./sealed-credentials.ts";
import { vendors } from "./vendors/all-vendors.ts";
import { type VendorName, vendorNames } from "./vendors/vendor.ts";

export const createConnection = operation({
  summary:
    "Keeps a provider's credentials sealed. The provider is used from the first test on that succeeds; the credentials are never shown again.",
  input: connectionFields.partial().extend({ vendor: z.enum(vendorNames) }),
  output: connectionView,
  async run(scope, { vendor: name, ...entered }) {
    const vendor = vendors[name];
    const values = readValues(vendor, entered);
    const mode = modeFor(scope.tenant, vendor, values);
    const rows = await scope
      .query(Connection)
      .where({ kind: vendor.kind })
      .whereNot({ state: "disconnected" });
    if (rows.some((row) => row.vendor === name))
      throw failure("integrations.already_connected", { vendor: vendor.title });
    const id = newId(scope.now);
    const connection = await scope.query(Connection).insertAndFetch({
      id,
      kind: vendor.kind,
      vendor: name,
      mode,
      state: "new",
      ...columnsOf(scope.tenant.id, id, vendor, values),
      rank: rankOf(scope, name, rows),
    });
    forgetConnections(scope.tenant.id);
    await audit(scope, {
      action: "integrations.create_connection",
      entity: { kind: "connection", id },
      after: { vendor: name, mode, options: connection.options },
    });
    return presentConnection(scope, connection);
  },
});

// What people in China pay with: where a site is in Chinese, it is offered before the rest.
const chinese: readonly VendorName[] = ["alipay", "wechat_pay"];

/** The place of a new connection: behind the others, which go on answering first. */
function rankOf({ tenant }: Scope, name: VendorName, others: readonly Connection[]): number {
  const rest = others.filter(({ vendor }) => !chinese.includes(vendor));
  if (chinese.includes(name) && siteOf(tenant).locale === "zh-CN" && rest.length > 0)
    return Math.min(...rest.map(({ rank }) => rank)) - 1;
  return Math.max(0, ...others.map(({ rank }) => rank)) + 1;
}
