import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { findGatewayDifferences } from "./ledger/audit-gateways.ts";
import { findWrongAccounts, sumUnits } from "./ledger/audit-books.ts";

export const checkLedger = operation({
  summary: "Adds up the whole ledger anew: every unit sums to zero, every balance is what its entries say.",
  input: z.strictObject({}),
  output: z.object({
    isSound: z.boolean(),
    units: z.array(z.object({ unit: z.string(), debits: z.int(), credits: z.int(), difference: z.int() })),
    /** Accounts whose balance is not what their entries add up to; at most 100. */
    wrongAccounts: z.array(
      z.object({ accountId: z.uuid(), kind: z.string(), owner: z.string(), unit: z.string() }),
    ),
    /** Gateways that should hold something else than the ledger says, going by payments, refunds and disputes. */
    gateways: z.array(
      z.object({ gateway: z.string(), currency: z.string(), ledgerMinor: z.int(), paymentsMinor: z.int() }),
    ),
  }),
  async run(scope) {
    const units = await sumUnits(scope);
    const wrongAccounts = await findWrongAccounts(scope);
    const gateways = await findGatewayDifferences(scope);
    const isSound =
      wrongAccounts.length === 0 &&
      gateways.length === 0 &&
      units.every(({ difference }) => difference === 0);
    return { isSound, units, wrongAccounts, gateways };
  },
});
