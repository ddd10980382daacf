import { bytesToId, idToBytes } from "../../ids.ts";
import { type Scope } from "../../scope/scope.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { type PaymentGateway } from "./port.ts";

/** A tenant's account at a gateway, and the id its events name it by. */
export interface ConnectedGateway {
  readonly connectionId: string;
  readonly gateway: PaymentGateway;
}

/** Gateways that tenants connected themselves. */
export interface PaymentConnections {
  /** Those new payments can go to, in the order they are offered. */
  list(scope: Scope): Promise<readonly ConnectedGateway[]>;
  /** One of an earlier payment or of an event, even when it is no longer the current one. */
  find(scope: Scope, gateway: string, connectionId: string): Promise<ConnectedGateway | null>;
}

/** How this process takes payments. */
export interface PaymentSetup {
  /** The embedded gateway with test cards; null leaves it out. */
  readonly test: ((tenant: Tenant) => PaymentGateway) | null;
  /** Whether live tenants without a gateway of their own pay through it as well. */
  readonly isTestForLive: boolean;
  /** Null until tenants can connect gateways. */
  readonly connections: PaymentConnections | null;
  /** The address gateways reach the API by, without a slash at the end. */
  readonly apiUrl: string;
}

let setup: PaymentSetup | undefined;

/** Tells the process how to take payments, once at the start. */
export function usePayments(chosen: PaymentSetup): void {
  setup = chosen;
}

function chosen(): PaymentSetup {
  if (!setup) throw new Error("usePayments was not called at the start of the process.");
  return setup;
}

/** The gateways new payments of the tenant can go to, in the order they are offered; none when it cannot take any. */
export async function gatewaysFor(scope: Scope): Promise<readonly ConnectedGateway[]> {
  const connected = (await chosen().connections?.list(scope)) ?? [];
  // Real money has no place in a sandbox.
  const own = connected.filter(({ gateway }) => !(scope.tenant.isSandbox && gateway.capabilities.isLive));
  if (own.length > 0) return own;
  const test = testGatewayOf(scope.tenant);
  return test ? [test] : [];
}

/** The gateway of an earlier payment or of an event; null when it is no longer connected. */
export async function findGateway(
  scope: Scope,
  name: string,
  connectionId: string,
): Promise<ConnectedGateway | null> {
  const test = testGatewayOf(scope.tenant);
  if (test?.gateway.name === name && test.connectionId === connectionId) return test;
  return (await chosen().connections?.find(scope, name, connectionId)) ?? null;
}

/** Where a gateway sends the events of a connection. */
export const notifyUrl = (tenant: Tenant, { gateway, connectionId }: ConnectedGateway): string =>
  connectionHookUrl(tenant.id, gateway.name, connectionId);

/** Where a provider sends the events of a connection that may not be used yet; `path` is a gateway's name, or such as `mail/ses`. */
export const connectionHookUrl = (tenantId: string, path: string, connectionId: string): string =>
  `${chosen().apiUrl}/api/v1/hooks/${path}/${connectionToken(tenantId, connectionId)}`;

/** The name of the gateway for live tenants without one of their own, for health. */
export const paymentProviderName = (): string => (setup?.test && setup.isTestForLive ? "test" : "none");

/** A connection as the path of its events names it: the tenant is read from it before anything else is known. */
export const connectionToken = (tenantId: string, connectionId: string): string =>
  Buffer.concat([idToBytes(tenantId), idToBytes(connectionId)]).toString("base64url");

/** What a connection's token names; null when it is none. */
export function readConnectionToken(token: string): { tenantId: string; connectionId: string } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 32 || bytes.toString("base64url") !== token) return null;
  return { tenantId: bytesToId(bytes.subarray(0, 16)), connectionId: bytesToId(bytes.subarray(16)) };
}

function testGatewayOf(tenant: Tenant): ConnectedGateway | null {
  const { test, isTestForLive } = chosen();
  if (!test || !(tenant.isSandbox || isTestForLive)) return null;
  return { connectionId: tenant.id, gateway: test(tenant) };
}
