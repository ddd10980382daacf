import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { connectionHookUrl } from "../../../platform/providers/payments/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Connection } from "../models/connection.ts";
import { sentenceOf, testCodes } from "../rules/test-result.ts";
import { vendors } from "./vendors/all-vendors.ts";
import { connectionKinds, type Vendor, vendorNames } from "./vendors/vendor.ts";

const option = z.union([z.string(), z.number(), z.array(z.string())]);

/** A connection as the team sees it; never its secrets. */
export const connectionView = z.object({
  id: z.uuid(),
  kind: z.enum(connectionKinds),
  vendor: z.enum(vendorNames),
  /** Whether real things move: a test site has test connections only. */
  mode: z.enum(["test", "live"]),
  /** `new` until a test succeeded; only an `active` one is used. */
  state: z.enum(["new", "active", "disconnected"]),
  /** What was entered and is no secret. */
  options: z.record(z.string(), option),
  /** The last characters of the secret. */
  hint: z.string(),
  /** Whose the credentials are, as the provider says; null until it did. */
  account: z.string().nullable(),
  /** Where the provider is to send its events; null for providers that send none. */
  hookUrl: z.url().nullable(),
  /** The last test of these credentials; null when there was none. */
  test: z
    .object({
      at: z.iso.datetime(),
      code: z.enum(testCodes),
      sentence: z.string(),
      /** The provider's own words. */
      detail: z.string(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A connection as the team sees it. */
export const presentConnection = ({ tenant }: Scope, row: Connection): z.input<typeof connectionView> => {
  const { id, kind, vendor, mode, state, hint, account, testedAt, testCode, testDetail } = row;
  return {
    id,
    kind,
    vendor,
    mode,
    state,
    options: z.record(z.string(), option).parse(row.options),
    hint,
    account,
    hookUrl: hookUrlOf(tenant.id, vendors[vendor], id),
    test:
      testedAt && testCode
        ? {
            at: testedAt.toISOString(),
            code: testCode,
            sentence: sentenceOf(testCode, vendors[vendor].title),
            detail: testDetail ?? "",
          }
        : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
};

/** Where a vendor is to send the events of a connection; null when it sends none. */
export const hookUrlOf = (tenantId: string, { hookPath }: Vendor, id: string): string | null =>
  hookPath && connectionHookUrl(tenantId, hookPath, id);

/** The connection locked for a change. */
export async function lockConnection(scope: Scope, id: string): Promise<Connection> {
  const [connection] = await scope.query(Connection).where({ id }).forUpdate();
  if (!connection) throw notFound();
  return connection;
}
