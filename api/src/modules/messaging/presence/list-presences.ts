import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { keptApartFrom } from "../../safety/index.ts";
import { Presence } from "../models/presence.ts";
import { partnersOf } from "./partners.ts";
import { presenceView } from "./presence-view.ts";

export const listPresences = operation({
  summary:
    "Tells of people the member is in conversations with whether they are there, and when they were last. Who does not want to be seen, was never there, or is kept apart from the member by a block is left out.",
  input: z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(100) }),
  output: z.object({ items: z.array(presenceView) }),
  async run(scope, { memberIds }) {
    const own = callingMember(scope);
    const rows = await scope.read<Presence>`
      select * from ${Presence} p
      where member_id = any(${memberIds}::uuid[]) and member_id in ${partnersOf(own)}
        and member_id <> all(${await keptApartFrom(scope, own)}::uuid[])
      order by member_id`;
    return {
      items: rows.map(({ memberId, state, seenAt }) => ({ memberId, state, seenAt: seenAt.toISOString() })),
    };
  },
});
