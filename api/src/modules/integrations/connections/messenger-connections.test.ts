import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import supertest from "supertest";
import { ChatServer } from "../../../../test/chat-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { TwilioServer } from "../../../../test/twilio-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { days, plus } from "../../../platform/time.ts";
import { buildPhone } from "../../notifications/testing.ts";
import { buildBooking, buildMember, buildOpenHost } from "../../scheduling/testing.ts";

interface ConnectionAnswer {
  readonly id: string;
  readonly state: string;
  readonly hookUrl: string | null;
  readonly account: string | null;
  readonly test: { readonly code: string; readonly detail: string } | null;
}
interface Delivery {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
}

let house: TestHouse;
let twilio: TwilioServer;
let chat: ChatServer;

before(async () => {
  [twilio, chat] = await Promise.all([new TwilioServer().open(), new ChatServer().open()]);
  house = await TestHouse.open({
    variables: { TWILIO_URL: twilio.url, WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" },
  });
});
after(async () => {
  await house.close();
  await Promise.all([twilio.stop(), chat.stop()]);
  // A post that failed is in the log, as it should be.
  assert.deepEqual(
    house.bugs.filter((line) => !line.includes("The chat answered 500")),
    [],
  );
});

async function connect(site: TestSite, input: object): Promise<ConnectionAnswer> {
  const { id } = await house.ok<{ id: string }>("integrations.createConnection", input, {
    headers: site.server,
  });
  return house.ok("integrations.testConnection", { id }, { headers: site.server });
}
const deliveries = async (site: TestSite, channel: string): Promise<readonly Delivery[]> =>
  (
    await house.ok<{ items: Delivery[] }>(
      "notifications.listDeliveries",
      { channel },
      { headers: site.server },
    )
  ).items;
const book = (site: TestSite, inDays = 3): Promise<string> =>
  house.within(site.live, async (scope) => {
    const { offer } = await buildOpenHost(scope, { title: "Talk <b> & *more*" });
    const client = await buildMember(scope, { name: "Clara Client" });
    const startsAt = plus(wallClock(), days(inDays));
    await buildBooking(scope, offer, { clientId: client.id, startsAt });
    return client.id;
  });
const twilioAccount = () => ({
  vendor: "twilio",
  accountId: twilio.accountSid,
  authToken: twilio.authToken,
  sender: "+15005550006",
});
const slackHook = (news: readonly string[] = ["booking.confirmed"]) => ({
  vendor: "slack",
  webhookUrl: chat.slackUrl,
  news,
});

test("text messages leave by Twilio, and one that did not arrive after all is failed and its number used no more", async () => {
  const site = await house.site();
  const connected = await connect(site, twilioAccount());
  assert.deepEqual([connected.state, connected.account], ["active", "Northlight"]);
  const member = await house.within(site.live, (scope) => buildMember(scope));
  const headers = site.actingFor(member.id);
  const phone = "+4915112345678";
  const changes = [{ category: "sessions", channel: "sms", isOn: true }];
  const showPhone = () => house.within(site.live, (scope) => buildPhone(scope, member.id, phone));
  await showPhone();
  await house.ok("notifications.updatePreferences", { changes }, { headers });
  await house.within(site.live, async (scope) => {
    const { offer } = await buildOpenHost(scope);
    const startsAt = plus(wallClock(), days(3));
    await buildBooking(scope, offer, { clientId: member.id, startsAt });
  });
  const text = await house.until("the text message", async () => twilio.texts.find(({ to }) => to === phone));
  assert.match(text.text, /Confirmed: First talk/);
  assert.ok(text.statusCallback.startsWith(`${connected.hookUrl}?delivery=`));
  await house.until(
    "the note that it was sent",
    async () => (await deliveries(site, "sms"))[0]?.state === "sent",
  );

  const { pathname, search } = new URL(text.statusCallback);
  const post = async ({ body, signature }: { body: string; signature: string }) => {
    const answer = await supertest(house.house.url)
      .post(pathname + search)
      .set("content-type", "application/x-www-form-urlencoded")
      .set("x-twilio-signature", signature)
      .send(body);
    return answer.status;
  };
  const failed = {
    MessageSid: text.sid,
    MessageStatus: "undelivered",
    ErrorCode: "30005",
    ErrorMessage: "Unknown destination handset",
  };
  const good = twilio.callback(text.statusCallback, failed);
  const preferences = () =>
    house.ok<{ phone: string | null }>("notifications.getPreferences", {}, { headers });
  for (const [name, callback] of Object.entries({
    forged: twilio.callback(text.statusCallback, failed, "another token"),
    altered: { ...good, body: good.body.replace("30005", "30006") },
    elsewhere: twilio.callback(`${connected.hookUrl}?delivery=other`, failed),
    unsigned: { ...good, signature: "" },
  })) {
    assert.equal(await post(callback), 400, name);
  }
  assert.equal((await preferences()).phone, phone);
  assert.equal(
    await post(twilio.callback(text.statusCallback, { ...failed, MessageStatus: "delivered" })),
    200,
  );
  assert.equal((await deliveries(site, "sms"))[0]!.state, "sent");
  assert.equal(await post(good), 200);
  const [row] = await deliveries(site, "sms");
  assert.deepEqual([row!.state, row!.error], ["failed", "30005 Unknown destination handset"]);
  assert.equal((await preferences()).phone, null);

  await showPhone();
  assert.equal(await post(good), 200, "told again");
  assert.equal((await preferences()).phone, phone, "what was applied once is not applied again");
});

test("Slack and Teams are told what was chosen, as blocks and as a card, in the site's language", async () => {
  const site = await house.site(undefined, {
    tenancy: { locale: "zh-CN", locales: ["zh-CN"], timeZone: "Asia/Shanghai" },
  });
  const slack = await connect(site, slackHook());
  assert.deepEqual([slack.state, slack.test?.code, slack.hookUrl], ["active", "works", null]);
  await connect(site, { vendor: "teams", webhookUrl: chat.teamsUrl, news: ["booking.confirmed"] });
  const shown = JSON.stringify(await house.ok("integrations.listConnections", {}, { headers: site.server }));
  assert.ok(!shown.includes("willow"), "the address is the secret");
  chat.posts.length = 0;
  await book(site);
  const [one, other] = await house.until(
    "both posts",
    async () => chat.posts.length === 2 && chat.posts.toSorted(),
  );
  const [slackPost, teamsPost] = one!.includes("blocks") ? [one!, other!] : [other!, one!];
  assert.match(slackPost, /新的会话预约/);
  assert.match(slackPost, /Talk &lt;b&gt; &amp; \*more\*/);
  assert.match(slackPost, /Clara Client/);
  assert.ok(teamsPost.includes(JSON.stringify(String.raw`Talk <b\> & \*more\*`).slice(1, -1)), teamsPost);

  await house.ok(
    "integrations.updateConnection",
    { id: slack.id, news: ["booking.cancelled"] },
    { headers: site.server },
  );
  chat.posts.length = 0;
  await book(site, 5);
  await house.until("the post to Teams", async () => chat.posts.length === 1);
  assert.ok(!chat.posts[0]!.includes("blocks"));
});

test("a chat that fails is tried five times, then seen by the team; a hook that is gone once", async () => {
  const site = await house.site();
  await connect(site, slackHook());
  const count = chat.calls;
  chat.plan = [500, 500, 500, 500, 500];
  await book(site);
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  const failed = await house.until("the failure", async () => {
    // Nobody waits for the minutes between the attempts.
    await admin.query("update graphile_worker._private_jobs set run_at = now() where attempts > 0");
    return (await deliveries(site, "chat")).find(({ state }) => state === "failed");
  });
  await admin.end();
  assert.deepEqual([failed.attempts, failed.name, chat.calls - count], [5, "booking.confirmed", 5]);
  assert.match(failed.error!, /The chat answered 500/);
  await house.ok("notifications.retryDelivery", { id: failed.id }, { headers: site.server });
  await house.until("the post", async () => (await deliveries(site, "chat"))[0]?.state === "sent");
  chat.plan = [404];
  await book(site, 4);
  const gone = await house.until("the one that is gone", async () =>
    (await deliveries(site, "chat")).find(({ state }) => state === "failed"),
  );
  assert.deepEqual([gone.attempts, gone.error], [1, "404 no_service"]);
});

test("400 and 409: addresses in private networks, news nobody tells, test sites", async () => {
  const site = await house.site();
  const fieldsOf = async (input: object) => {
    const { body } = await house.call("integrations.createConnection", input, { headers: site.server });
    const { fields } = (body as { error: { data: { fields: { path: string[]; message: string }[] } } }).error
      .data;
    return fields.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };
  assert.deepEqual(await fieldsOf({ ...slackHook(), webhookUrl: "https://169.254.169.254/services" }), [
    "webhookUrl: The URL must not point into a private network.",
  ]);
  assert.match((await fieldsOf(slackHook(["member.created"])))[0]!, /^news\.0: /);
  assert.deepEqual(await fieldsOf({ ...twilioAccount(), sender: "a name much too long" }), [
    "sender: Write a number such as +4915112345678, a messaging service (MG…) or a name of at most 11 letters.",
  ]);
  const sandbox = { headers: { Authorization: `Bearer ${site.sandboxKeys.secretKey}` } };
  for (const input of [slackHook(), twilioAccount()])
    assert.equal(
      await house.refused("integrations.createConnection", input, sandbox),
      "409 integrations.messages_captured",
    );
  const wrong = await connect(site, { ...slackHook(), webhookUrl: chat.slackUrl.replace("T0000", "T0001") });
  assert.deepEqual([wrong.state, wrong.test?.code], ["new", "refused"]);
});
