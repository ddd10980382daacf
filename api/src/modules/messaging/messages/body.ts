import { open, seal } from "../../../platform/secrets.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";

const binding = (tenant: Tenant, messageId: string) =>
  ({ tenantId: tenant.id, purpose: "messaging.message", subject: messageId, hasOwnKey: true }) as const;

/** A message's text as it is kept: under the tenant's own key, and for this message alone. */
export const sealBody = (tenant: Tenant, messageId: string, text: string): string =>
  seal(text, binding(tenant, messageId));

/** What a message says. */
export const openBody = (
  tenant: Tenant,
  { id, bodySealed }: { readonly id: string; readonly bodySealed: string },
): string => open(bodySealed, binding(tenant, id));
