// A tenant's own script on plain Node, with nothing but the packed SDK: it opens a shop, books, and hears of it by webhook.
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo } from "node:net";
import { connectServer, constructEvent, WebhookError } from "@tessera/sdk";

const [url = "", secretKey = ""] = process.argv.slice(2);
const server = connectServer({ url, secretKey });

const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
const receiver = createServer((request, answer) => {
  let body = "";
  request.setEncoding("utf8").on("data", (text: string) => (body += text));
  request.on("end", () => {
    received.push({ headers: request.headers, body });
    answer.writeHead(204).end();
  });
});
await new Promise<void>((ready) => void receiver.listen(0, "127.0.0.1", ready));
const { port } = receiver.address() as AddressInfo;
const { secret } = await server.integrations.createEndpoint({
  url: `http://127.0.0.1:${port}/hooks`,
  eventNames: ["booking.confirmed"],
});

const addMember = async (email: string) =>
  (await server.identity.createMember({ email, name: "Somebody", emailVerified: true })).id;
const hostId = await addMember("host@example.com");
const host = connectServer({ url, secretKey, actingFor: hostId });
const { id: applicationId } = await host.people.applyForRole({ role: "coach" });
await host.people.updateProfile({ headline: "Coach", languages: ["en"] });
await host.scheduling.replaceHours({
  timeZone: "Europe/Berlin",
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })),
});
const offer = await host.scheduling.createOffer({
  title: "Conversation",
  description: "",
  minutes: 30,
  price: { amountMinor: 0, currency: "EUR" },
});
await server.people.approveApplication({ id: applicationId });

const client = connectServer({ url, secretKey, actingFor: await addMember("client@example.com") });
const from = new Date(Date.now() + 86_400_000);
const until = new Date(Date.now() + 8 * 86_400_000);
const window = { offerIds: [offer.id], from: from.toISOString(), until: until.toISOString() };
let startsAt = "";
for (let attempt = 0; attempt < 100 && startsAt === ""; attempt++) {
  const { items } = await client.scheduling.listSlots(window);
  startsAt = items[0]?.startsAt[0] ?? "";
  if (startsAt === "") await new Promise((resolve) => setTimeout(resolve, 100));
}
const hold = await client.scheduling.holdSlot({ offerId: offer.id, startsAt });
const order = await client.orders.placeOrder({ holdId: hold.id });
const booking = await client.scheduling.getBooking({ id: order.bookingId });

for (let attempt = 0; attempt < 100 && received.length === 0; attempt++)
  await new Promise((resolve) => setTimeout(resolve, 100));
const { headers = {}, body = "" } = received[0] ?? {};
const event = await constructEvent(body, headers, secret);
const forged = await constructEvent(`${body} `, headers, secret).catch((problem: unknown) => problem);
receiver.close();
console.log(
  JSON.stringify({
    booking: { id: booking.id, state: booking.state },
    event: { type: event.type, id: event.type === "booking.confirmed" ? event.data.id : "" },
    forgedIsRefused: forged instanceof WebhookError,
  }),
);
