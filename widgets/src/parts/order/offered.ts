import { type Contract } from "@tessera/sdk/browser";

/** What of an order tells what its reader can do about it. */
type Offering = Pick<Contract["orders"]["listOrders"]["output"]["items"][number], "actions">;

/** The name of something that can be done about an order. */
export type ActionName = Offering["actions"][number]["name"];

/** Whether the reader of an order can do something about it at a moment. */
export function isOffered({ actions }: Offering, name: ActionName, now: number): boolean {
  const action = actions.find((known) => known.name === name);
  if (!action) return false;
  const { opensAt, closesAt } = action;
  return (
    (opensAt === null || Date.parse(opensAt) <= now) && (closesAt === null || now < Date.parse(closesAt))
  );
}
