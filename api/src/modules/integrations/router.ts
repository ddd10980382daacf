import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { getDelivery } from "./deliveries/get-delivery.ts";
import { listDeliveries } from "./deliveries/list-deliveries.ts";
import { replayDeliveries } from "./deliveries/replay-deliveries.ts";
import { replayDelivery } from "./deliveries/replay-delivery.ts";
import { testEndpoint } from "./deliveries/test-endpoint.ts";
import { createEndpoint } from "./endpoints/create-endpoint.ts";
import { deleteEndpoint } from "./endpoints/delete-endpoint.ts";
import { listEndpoints } from "./endpoints/list-endpoints.ts";
import { rollEndpointSecret } from "./endpoints/roll-endpoint-secret.ts";
import { updateEndpoint } from "./endpoints/update-endpoint.ts";
import { clock } from "./sandbox/clock.ts";

const office = { audience: ["staff", "server"], module: "core" } as const;
const view: Access = { ...office, permission: "integrations.view_webhooks" };
const change: Access = { ...office, permission: "integrations.webhooks" };
const reveal: Access = { ...change, answersSecret: true };

export const integrationsRouter = router({
  listEndpoints: procedure(view).query(listEndpoints),
  createEndpoint: procedure(reveal).mutation(createEndpoint),
  updateEndpoint: procedure(change).mutation(updateEndpoint),
  rollEndpointSecret: procedure(reveal).mutation(rollEndpointSecret),
  deleteEndpoint: procedure(change).mutation(deleteEndpoint),
  testEndpoint: procedure({ ...change, callsPerMinute: 30 }).mutation(testEndpoint),
  listDeliveries: procedure(view).query(listDeliveries),
  getDelivery: procedure(view).query(getDelivery),
  replayDelivery: procedure(change).mutation(replayDelivery),
  replayDeliveries: procedure({ ...change, callsPerMinute: 10 }).mutation(replayDeliveries),
});

/** What exists in sandboxes alone. */
export const sandboxRouter = router({
  clock: procedure({ audience: "server", module: "core", permission: "sandbox.clock" }).threePart(clock),
});
