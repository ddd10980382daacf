import { setTimeout as sleep } from "node:timers/promises";
import { type Client, connectServer } from "@tessera/sdk";
import { weeklyHours } from "./hours.ts";
import { type DemoHost, type DemoPerson } from "./tenant.ts";

/** Somebody who is to offer their time on a site, and the key to add them with. */
interface NewHost {
  readonly url: string;
  readonly secretKey: string;
  readonly host: DemoHost;
  readonly role: string;
}

/** Adds somebody to a site. Answers their id. */
export async function addPerson(
  server: Client,
  { name, email, locale, timeZone }: DemoPerson,
): Promise<string> {
  const { id } = await server.identity.createMember({ name, email, locale, timeZone, emailVerified: true });
  return id;
}

/** A host applies, is approved by the team, and says who they are, when they work and what they offer. */
export async function addHost({ url, secretKey, host, role }: NewHost): Promise<string> {
  const server = connectServer({ url, secretKey });
  const hostId = await addPerson(server, host);
  const self = connectServer({ url, secretKey, actingFor: hostId });
  const { id } = await self.people.applyForRole({ role });
  const { headline, bio, timeZone } = host;
  const [expertise, languages, countries] = [[...host.expertise], [...host.languages], [...host.countries]];
  await self.people.updateProfile({ headline, bio, expertise, languages, countries });
  await self.scheduling.replaceHours({ timeZone, hours: weeklyHours(host.hours) });
  for (const { amountMinor, currency, ...offer } of host.offers) {
    await self.scheduling.createOffer({ ...offer, price: { amountMinor, currency } });
  }
  await server.people.approveApplication({ id });
  return hostId;
}

/** Waits until the site shows what was made: that follows behind the answers. */
export async function untilBookable(server: Client, hostIds: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const missing = new Set(hostIds);
    for await (const { hostId } of server.scheduling.listOffers({ hostIds: [...hostIds] }))
      missing.delete(hostId);
    if (missing.size === 0) return;
    await sleep(100);
  }
  throw new Error("The hosts of the demo cannot be booked 10 seconds after they were approved.");
}
