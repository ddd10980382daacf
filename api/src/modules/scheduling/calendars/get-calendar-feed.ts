import { z } from "zod";
import { apiUrl } from "../../../platform/addresses.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { feedTokenOf } from "./feed-token.ts";

export const getCalendarFeed = operation({
  summary:
    "Answers the address of a calendar of the member's bookings, to subscribe to. Whoever has it can read them for a year.",
  input: z.strictObject({}),
  output: z.object({ url: z.url() }),
  async run(scope) {
    const token = feedTokenOf({ tenantId: scope.tenant.id, memberId: callingMember(scope) });
    return { url: `${apiUrl()}/calendars/${token}.ics` };
  },
});
