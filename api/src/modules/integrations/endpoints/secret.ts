import { randomBytes } from "node:crypto";
import { open, seal } from "../../../platform/secrets.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";

const bindingOf = (tenant: Tenant, endpointId: string) => ({
  tenantId: tenant.id,
  purpose: "integrations.webhook_secret",
  subject: endpointId,
});

/** A new signing secret as Standard Webhooks writes it: `whsec_` and 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** Seals an endpoint's secret for its row. */
export const sealSecret = (tenant: Tenant, endpointId: string, secret: string): string =>
  seal(secret, bindingOf(tenant, endpointId));

/** Opens an endpoint's sealed secret. */
export const openSecret = (tenant: Tenant, endpointId: string, sealed: string): string =>
  open(sealed, bindingOf(tenant, endpointId));
