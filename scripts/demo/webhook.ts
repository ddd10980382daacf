import { connectServer } from "@tessera/sdk";
import { type DemoWebhook, type MadeTenant } from "./tenant.ts";

/** Where the server of a site receives webhooks, and shows them to people; with `.json` added it lists them for programs. */
export const webhookLogUrl = (siteUrl: string): string => `${siteUrl}/webhooks`;

/** Registers the server of a tenant's site for webhooks, or moves it to where it stands now. Its secret stays the same. */
export async function settleWebhook(
  apiUrl: string,
  { secretKey, siteUrl, webhook }: MadeTenant,
): Promise<DemoWebhook> {
  const { integrations } = connectServer({ url: apiUrl, secretKey });
  // The API calls this machine by its number alone: a name could be led elsewhere.
  const url = webhookLogUrl(`http://127.0.0.1:${new URL(siteUrl).port}`);
  const { items } = await integrations.listEndpoints();
  const known = items.find(({ id }) => id === webhook?.endpointId);
  if (!webhook || !known) {
    const { id, secret } = await integrations.createEndpoint({ url, description: "The site's own server" });
    return { endpointId: id, secret };
  }
  if (known.url !== url) await integrations.updateEndpoint({ id: known.id, url });
  return webhook;
}
