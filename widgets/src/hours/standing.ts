import { type Client } from "@tessera/sdk/browser";
import { type HostHours } from "./draft.ts";

/** A member's hours, and whether clients see them: `none` for somebody who offers nothing, `waiting` until the site approves. */
export interface Standing {
  readonly kind: "none" | "waiting" | "notShown" | "shown";
  readonly hours: HostHours;
}

interface CallOptions {
  readonly signal: AbortSignal;
}

/** Loads a member's hours with what the site says about them as a host. */
export async function loadStanding({ scheduling, people }: Client, options: CallOptions): Promise<Standing> {
  const [hours, { isListed }, { items }] = await Promise.all([
    scheduling.getHours({}, options),
    people.getProfile({}, options),
    people.listApplications({ limit: 100 }, options),
  ]);
  if (isListed) return { kind: "shown", hours };
  const has = (state: "approved" | "applied") => items.some((application) => application.state === state);
  if (has("approved")) return { kind: "notShown", hours };
  return { kind: has("applied") ? "waiting" : "none", hours };
}
