import { type Context } from "koa";
import { businessTime, wallClock } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { writeJson } from "../../platform/http/answer.ts";
import { readBytes } from "../../platform/http/body.ts";
import { factsOf } from "../../platform/http/request.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { findGateway, readConnectionToken } from "../../platform/providers/payments/for-tenant.ts";
import {
  EventRefused,
  type GatewayEvent,
  type InboundRequest,
  type PaymentGateway,
} from "../../platform/providers/payments/port.ts";
import { type ScopeOptions, type Scopes } from "../../platform/scope/open.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { failure } from "./errors.ts";
import { receiveEvent } from "./payments/receive-event.ts";

/** The largest event read, in bytes; the biggest ones of real gateways are a tenth of it. */
const eventLimit = 256 * 1024;

/** What inbound events need of the process: they name no key and no member, only a connection. */
export interface EventDoor {
  readonly scopes: Scopes;
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
}

let door: EventDoor | undefined;

/** Opens the door for gateways' events, once at the start of a serving process. */
export function useEventDoor(opened: EventDoor): void {
  door = opened;
}

/** Where gateways send their events: verified on the bytes as they came, before anything reads them. */
export const moneyRoutes: readonly HttpRoute[] = [
  { method: "POST", path: "/api/v1/hooks/:gateway/:connection", handler: (ctx) => receive(ctx) },
];

async function receive(ctx: Context): Promise<void> {
  if (!door) throw new Error("useEventDoor was not called at the start of the process.");
  const { gateway: name = "", connection = "" } = ctx["params"] as Record<string, string>;
  const named = readConnectionToken(connection);
  const tenant = named && (await door.loadTenant(named.tenantId));
  if (!tenant) throw notFound();
  const { connectionId } = named;
  const request: InboundRequest = { headers: ctx.req.headers, body: await readBytes(ctx.req, eventLimit) };

  const options = systemOptions(ctx, tenant, name);
  const connected = await door.scopes.inspect(options, (scope) => findGateway(scope, name, connectionId));
  if (!connected) throw notFound();
  const event = verified(connected.gateway, request);
  await door.scopes.transact(options, (scope) => receiveEvent(scope, { gateway: name, connectionId, event }));
  writeJson(ctx, 200, { received: true });
}

function verified(gateway: PaymentGateway, request: InboundRequest): GatewayEvent {
  try {
    return gateway.verifyEvent(request, wallClock());
  } catch (refusal) {
    if (refusal instanceof EventRefused) throw failure("money.event_refused");
    throw refusal;
  }
}

const systemOptions = (ctx: Context, tenant: Tenant, gateway: string): ScopeOptions => ({
  tenant,
  actor: { kind: "system", cause: `gateway.${gateway}` },
  now: businessTime(tenant),
  request: factsOf(ctx),
});
