import { setTimeout as sleep } from "node:timers/promises";
import { type Client, connectServer } from "@tessera/sdk";
import { drawnPicture } from "./drawn-picture.ts";
import { weeklyHours } from "./hours.ts";
import { type DemoHost, type DemoPerson } from "./tenant.ts";
import { upload } from "./upload.ts";

/** Somebody who is to offer their time on a site, and the key to add them with. */
interface NewHost {
  readonly url: string;
  readonly secretKey: string;
  readonly host: DemoHost;
  readonly role: string;
}

/** A host once they are on the site. */
export interface MadeHost {
  readonly demo: DemoHost;
  readonly id: string;
  /** Of the session that costs something. */
  readonly offerId: string;
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
export async function addHost({ url, secretKey, host, role }: NewHost): Promise<MadeHost> {
  const server = connectServer({ url, secretKey });
  const hostId = await addPerson(server, host);
  const self = connectServer({ url, secretKey, actingFor: hostId });
  const { id } = await self.people.applyForRole({ role });
  const { headline, bio, timeZone } = host;
  const [expertise, languages, countries] = [[...host.expertise], [...host.languages], [...host.countries]];
  await self.people.updateProfile({ headline, bio, expertise, languages, countries });
  await self.people.setPhoto({ fileId: await uploadPhoto({ url, secretKey }, host, hostId) });
  await self.scheduling.replaceHours({ timeZone, hours: weeklyHours(host.hours) });
  let offerId = "";
  for (const { amountMinor, currency, ...offer } of host.offers) {
    const made = await self.scheduling.createOffer({ ...offer, price: { amountMinor, currency } });
    if (amountMinor > 0) offerId = made.id;
  }
  if (host.isAway) await self.scheduling.createVacation(twoWeeks(timeZone));
  await server.people.approveApplication({ id });
  return { demo: host, id: hostId, offerId };
}

/** Uploads a drawing as the picture a browser would send. Answers the file's id. */
async function uploadPhoto(
  { url, secretKey }: Pick<NewHost, "url" | "secretKey">,
  { slug, photo }: DemoHost,
  hostId: string,
): Promise<string> {
  // Drawn at the largest width that is shown.
  const picture = await drawnPicture(photo, 960);
  const name = `${slug}.png`;
  return upload(
    { url, secretKey, memberId: hostId },
    { purpose: "people.photo", name, contentType: "image/png", content: picture },
  );
}

/** The dates of the two weeks that begin today where somebody lives. */
function twoWeeks(timeZone: string): { from: string; until: string } {
  const dateOf = (daysAhead: number) =>
    new Date(Date.now() + daysAhead * 86_400_000).toLocaleDateString("sv", { timeZone });
  return { from: dateOf(0), until: dateOf(13) };
}

/** Waits until the site shows a client what was made: that follows behind the answers. */
export async function untilShown(client: Client, hosts: readonly MadeHost[]): Promise<void> {
  const hostIds = hosts.map(({ id }) => id);
  for (let attempt = 0; attempt < 300; attempt++) {
    const missing = new Set(hostIds);
    const bookable = new Set<string>();
    for await (const { hostId } of client.scheduling.listOffers({ hostIds })) bookable.add(hostId);
    for await (const { id, photoUrl, fromPrice } of client.people.listPeople({ limit: 100 })) {
      if (bookable.has(id) && photoUrl !== null && fromPrice !== null) missing.delete(id);
    }
    if (missing.size === 0) return;
    await sleep(100);
  }
  throw new Error("The hosts of the demo are not on their site 30 seconds after they were approved.");
}
