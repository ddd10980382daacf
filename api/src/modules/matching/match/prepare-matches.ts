import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { days, plus } from "../../../platform/time.ts";
import { listQuizOwners } from "../../people/index.ts";

const activeDays = 30;
const mostClients = 1000;

export const prepareMatches = operation({
  summary:
    "Has the matches of everybody who answered the quiz in the last 30 days made before they ask, 1,000 at most.",
  input: z.strictObject({}),
  output: z.object({
    /** How many people's matches are being made. */
    clients: z.int(),
  }),
  async run(scope) {
    const owners = await listQuizOwners(scope, plus(scope.now, -days(activeDays)), mostClients);
    for (const { ownerKind, ownerId } of owners)
      await announce(scope, "match.wanted", { clientKind: ownerKind, clientId: ownerId });
    await audit(scope, {
      action: "matching.prepare_matches",
      entity: { kind: "tenant", id: scope.tenant.id },
      after: { clients: owners.length },
    });
    return { clients: owners.length };
  },
});
