import { type Context } from "koa";
import { z } from "zod";
import { businessTime, wallClock } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { writeJson } from "../../platform/http/answer.ts";
import { readBytes } from "../../platform/http/body.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { findGateway, readConnectionToken } from "../../platform/providers/payments/for-tenant.ts";
import {
  EventRefused,
  GatewayError,
  type GatewayEvent,
  type InboundRequest,
  type PaymentGateway,
} from "../../platform/providers/payments/port.ts";
import { type ScopeOptions } from "../../platform/scope/open.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { failure } from "./errors.ts";
import { receiveEvent } from "./payments/receive-event.ts";

/** The largest event read, in bytes; the biggest ones of real gateways are a tenth of it. */
const eventLimit = 256 * 1024;

const hookPath = z.object({ gateway: z.string(), connection: z.string() });

/** Where gateways send their events: verified on the bytes as they came, before anything reads them. */
export const moneyRoutes: readonly HttpRoute[] = [
  { method: "POST", path: "/api/v1/hooks/:gateway/:connection", handler: (ctx) => receive(ctx) },
];

async function receive(ctx: Context): Promise<void> {
  const door = tenantDoor();
  const { gateway: name, connection } = hookPath.parse(ctx["params"]);
  const named = readConnectionToken(connection);
  const tenant = named && (await door.loadTenant(named.tenantId));
  if (!tenant) throw notFound();
  const { connectionId } = named;
  const request: InboundRequest = { headers: ctx.req.headers, body: await readBytes(ctx.req, eventLimit) };

  const options = systemOptions(ctx, tenant, name);
  const connected = await door.scopes.inspect(options, (scope) => findGateway(scope, name, connectionId));
  if (!connected) throw notFound();
  const event = await verified(connected.gateway, request);
  await door.scopes.transact(options, (scope) => receiveEvent(scope, { gateway: name, connectionId, event }));
  const { acknowledgement } = connected.gateway.capabilities;
  if (acknowledgement === null) writeJson(ctx, 200, { received: true });
  else ctx.body = acknowledgement;
}

async function verified(gateway: PaymentGateway, request: InboundRequest): Promise<GatewayEvent> {
  try {
    return await gateway.verifyEvent(request, wallClock());
  } catch (refusal) {
    if (refusal instanceof EventRefused) throw failure("money.event_refused");
    // What verifies it could not be had: the gateway sends it again.
    if (refusal instanceof GatewayError) throw failure("money.gateway_unavailable");
    throw refusal;
  }
}

const systemOptions = (ctx: Context, tenant: Tenant, gateway: string): ScopeOptions => ({
  tenant,
  actor: { kind: "system", cause: `gateway.${gateway}` },
  now: businessTime(tenant),
  request: factsOf(ctx),
});
