import { type Client } from "@tessera/sdk/browser";

/** Ends the member's pushes in this browser, which somebody else may use next; what the site itself pushes goes on. */
export async function endPushes(client: Client): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const subscriptions = await Promise.all(registrations.map((each) => each.pushManager?.getSubscription()));
  const here = subscriptions.filter((each) => each !== null && each !== undefined);
  if (here.length === 0) return;
  const { items } = await client.notifications.listPushSubscriptions({});
  for (const subscription of here) {
    const known = items.find(({ endpoint }) => endpoint === subscription.endpoint);
    if (!known) continue;
    await Promise.all([
      subscription.unsubscribe(),
      client.notifications.removePushSubscription({ id: known.id }),
    ]);
  }
}
