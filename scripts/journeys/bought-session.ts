import { connectServer } from "@tessera/sdk";
import { type RunningDemo } from "./running-demo.ts";

/** A session that somebody has bought and paid. */
export interface BoughtSession {
  readonly orderId: string;
  readonly bookingId: string;
  readonly memberId: string;
}

/**
 * Has a client of the coaching site buy a coach's session, through the API and the test gateway's pay page. `nth` chooses among the free
 * times, `utm` is the campaign they came from.
 */
export async function buySession(
  { file, coaching }: Pick<RunningDemo, "file" | "coaching">,
  {
    email,
    name,
    coach,
    nth = 0,
    utm,
  }: { email: string; name: string; coach: string; nth?: number; utm?: Record<string, string> },
): Promise<BoughtSession> {
  const { secretKey } = coaching;
  const server = connectServer({ url: file.apiUrl, secretKey });
  const { items: found } = await server.identity.listMembers({ search: email });
  const { id: memberId } =
    found[0] ?? (await server.identity.createMember({ email, name, emailVerified: true }));
  const { items: hosts } = await server.identity.listMembers({ search: coach, role: "coach" });
  const hostId = hosts[0]?.id ?? "";
  const { items: offers } = await server.scheduling.listHostOffers({ hostId });
  const offer = offers.find(({ price }) => price.amountMinor > 0);
  if (!offer) throw new Error(`${coach} offers nothing that costs something.`);
  const from = new Date(Date.now() + 3 * day).toISOString();
  const until = new Date(Date.now() + 24 * day).toISOString();
  const { items } = await server.scheduling.listSlots({ offerIds: [offer.id], from, until });
  const startsAt = items.flatMap((slots) => slots.startsAt)[nth];
  if (startsAt === undefined) throw new Error(`${coach} has no ${nth + 1} free times.`);

  const client = connectServer({ url: file.apiUrl, secretKey, actingFor: memberId });
  const hold = await client.scheduling.holdSlot({ offerId: offer.id, startsAt });
  const order = await client.orders.placeOrder({
    holdId: hold.id,
    pageUrl: `${coaching.siteUrl}/`,
    ...(utm && { utm }),
  });
  const { url } = await client.orders.payOrder({ id: order.id, returnUrl: `${coaching.siteUrl}/` });
  const body = new URLSearchParams({ card: "paid" });
  await fetch(url, { method: "POST", body, redirect: "manual" });
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await client.orders.getOrder({ id: order.id })).state === "confirmed")
      return { orderId: order.id, bookingId: order.bookingId, memberId };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The order of ${email} was not confirmed.`);
}

const day = 86_400_000;
