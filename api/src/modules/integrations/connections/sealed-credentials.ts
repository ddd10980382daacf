import { z } from "zod";
import { open, seal } from "../../../platform/secrets.ts";
import { type Connection } from "../models/connection.ts";
import { type Entered } from "./connection-fields.ts";
import { vendors } from "./vendors/all-vendors.ts";
import { type Vendor } from "./vendors/vendor.ts";

const sealedSchema = z.record(z.string(), z.string());

const bindingOf = (tenantId: string, connectionId: string) => ({
  tenantId,
  purpose: "integrations.connection",
  subject: connectionId,
});

/** The columns that hold a connection's values: secrets sealed for its row, the rest as it is. */
export function columnsOf(tenantId: string, id: string, vendor: Vendor, values: Entered) {
  const isSecret = ([name]: readonly [string, unknown]) => vendor.secrets.includes(name);
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const secrets = Object.fromEntries(entries.filter(isSecret));
  return {
    options: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    credentialsSealed: seal(JSON.stringify(secrets), bindingOf(tenantId, id)),
    hint: hintOf(secrets[vendor.secrets[0] ?? ""]),
  };
}

/** The last four characters of a secret, where they give little of it away. */
const hintOf = (secret: unknown): string =>
  typeof secret === "string" && secret.length >= 12 ? `…${secret.slice(-4)}` : "…";

/** Everything that was entered for a connection, its secrets opened. */
export function openValues(
  tenantId: string,
  {
    id,
    vendor,
    options,
    credentialsSealed,
  }: Pick<Connection, "id" | "vendor" | "options" | "credentialsSealed">,
): Entered {
  const secrets = sealedSchema.parse(JSON.parse(open(credentialsSealed, bindingOf(tenantId, id))));
  return vendors[vendor].values.parse({ ...options, ...secrets });
}

/** The secrets themselves, to be taken out of texts. */
export const secretsIn = (vendor: Vendor, values: Entered): string[] =>
  vendor.secrets.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [value] : [];
  });
