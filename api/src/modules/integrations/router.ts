import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createConnection } from "./connections/create-connection.ts";
import { deleteConnection } from "./connections/delete-connection.ts";
import { listConnections } from "./connections/list-connections.ts";
import { testConnection } from "./connections/test-connection.ts";
import { updateConnection } from "./connections/update-connection.ts";
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
const viewConnections: Access = { ...office, permission: "integrations.view_connections" };
const connect: Access = { ...office, permission: "integrations.connections" };

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
  listConnections: procedure(viewConnections).query(listConnections),
  createConnection: procedure({ ...connect, callsPerMinute: 30 }).mutation(createConnection),
  updateConnection: procedure({ ...connect, callsPerMinute: 30 }).mutation(updateConnection),
  testConnection: procedure({ ...connect, callsPerMinute: 20 }).threePart(testConnection),
  deleteConnection: procedure(connect).mutation(deleteConnection),
});

/** What exists in sandboxes alone. */
export const sandboxRouter = router({
  clock: procedure({ audience: "server", module: "core", permission: "sandbox.clock" }).threePart(clock),
});
