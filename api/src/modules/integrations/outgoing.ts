import { readRanges } from "../../platform/outgoing.ts";

let allowed = readRanges("");

/** Names private addresses that webhooks may reach, once at the start: a developer's own machine, never a production network. */
export function allowPrivateAddresses(ranges: string): void {
  allowed = readRanges(ranges);
}

/** The private addresses webhooks may reach. */
export const allowedAddresses = () => allowed;
