import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";

/** An endpoint as the team sees it; never its secret. */
export const endpointView = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  eventNames: z.array(z.string()),
  state: z.enum(["active", "disabled"]),
  disabledBecause: z.enum(["staff", "gone", "failing"]).nullable(),
  /** Since when every attempt failed; null while they succeed. */
  failingSince: z.iso.datetime().nullable(),
  /** Until when the secret before the last one signs as well; null when it does not. */
  previousSecretUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** An endpoint with its secret, which is shown this once. */
export const endpointWithSecretView = endpointView.extend({ secret: z.string() });

/** An endpoint as the team sees it. */
export const presentEndpoint = (row: WebhookEndpoint): z.infer<typeof endpointView> => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventNames: row.eventNames,
  state: row.state,
  disabledBecause: row.disabledBecause,
  failingSince: row.failingSince?.toISOString() ?? null,
  previousSecretUntil: row.previousSecretUntil?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

/** The endpoint locked for a change. */
export async function lockEndpoint(scope: Scope, id: string): Promise<WebhookEndpoint> {
  const [endpoint] = await scope.query(WebhookEndpoint).where({ id }).forUpdate();
  if (!endpoint) throw notFound();
  return endpoint;
}
