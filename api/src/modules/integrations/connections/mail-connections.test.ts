import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { SendGridServer } from "../../../../test/sendgrid-server.ts";
import { SesServer } from "../../../../test/ses-server.ts";
import { SnsServer } from "../../../../test/sns-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { tenantMark } from "../../../platform/providers/mail/port.ts";
import { days, plus } from "../../../platform/time.ts";

interface ConnectionAnswer {
  readonly id: string;
  readonly state: string;
  readonly hookUrl: string | null;
  readonly test: { readonly code: string; readonly detail: string } | null;
}

let house: TestHouse;
let site: TestSite;
let sendGrid: SendGridServer;
let ses: SesServer;
let sns: SnsServer;
let admin: pg.Client;

before(async () => {
  [sendGrid, ses, sns] = await Promise.all([
    new SendGridServer().open(),
    new SesServer().open(),
    new SnsServer().open(),
  ]);
  house = await TestHouse.open({
    variables: { SENDGRID_URL: sendGrid.url, SES_URL: ses.url, SNS_URL: sns.url },
  });
  site = await house.site();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin.end();
  await house.close();
  await Promise.all([sendGrid.stop(), ses.stop(), sns.stop()]);
  assert.deepEqual(house.bugs, []);
});

const call = <Result = ConnectionAnswer>(name: string, input: object, headers = site.server) =>
  house.ok<Result>(name, input, { headers });
const connect = async (input: object, of = site): Promise<ConnectionAnswer> => {
  const { id } = await call("integrations.createConnection", input, of.server);
  return call("integrations.testConnection", { id }, of.server);
};
const send = (address: string, of = site) =>
  sendMail(
    { to: { address, name: "" }, subject: "Hi", text: "Hi", html: "<p>Hi</p>", key: address },
    { tenant: of.live, fromName: "Northlight", signal: AbortSignal.timeout(5000) },
  );
const suppressed = async (of = site): Promise<string[]> =>
  (
    await call<{ items: { address: string; reason: string; source: string }[] }>(
      "notifications.listSuppressions",
      { limit: 100 },
      of.server,
    )
  ).items.map(({ address, reason, source }) => `${address} ${reason} ${source}`);
const stored = async (): Promise<number> => {
  const { rows } = await admin.query<{ count: string }>(
    "select (select count(*) from provider_events) + (select count(*) from mail_suppressions) as count",
  );
  return Number(rows[0]!.count);
};
const post = async (hookUrl: string, body: string, headers: Record<string, string>): Promise<string> => {
  const { pathname } = new URL(hookUrl);
  const answer = await supertest(house.house.url).post(pathname).set(headers).send(body);
  return answer.status === 200 ? "200" : `${answer.status} ${(answer.body as { code: string }).code}`;
};
const refusedEvent = "400 notifications.event_refused";

const sendGridAccount = (changes: object = {}) => ({
  vendor: "sendgrid",
  apiKey: sendGrid.apiKey,
  fromAddress: "Northlight <hello@northlight.example>",
  verificationKey: sendGrid.verificationKey,
  ...changes,
});
const sesAccount = (changes: object = {}) => ({
  vendor: "ses",
  region: ses.account.region,
  accessKeyId: ses.account.accessKeyId,
  secretAccessKey: ses.account.secretAccessKey,
  fromAddress: "hello@site.example",
  topicArn: sns.topicArn,
  ...changes,
});

test("switched in the settings, mails go to the other provider", async () => {
  const own = await house.site();
  const first = await connect(sendGridAccount(), own);
  assert.deepEqual([first.state, first.test?.code], ["active", "works"]);
  await send("one@person.example", own);
  assert.equal(sendGrid.mails.at(-1)?.to, "one@person.example");
  const second = await connect(sesAccount(), own);
  await call("integrations.updateConnection", { id: second.id, isFirst: true }, own.server);
  await send("two@person.example", own);
  assert.equal(ses.mails.at(-1)?.to, "two@person.example");
  assert.deepEqual([sendGrid.mails.length, ses.mails.length], [1, 1]);
});

test("a test says what is missing: wrong key, no events yet, a sender that is not verified", async () => {
  const own = await house.site();
  const wrong = await connect(sendGridAccount({ apiKey: "SG.wrong-key-1234" }), own);
  assert.deepEqual([wrong.state, wrong.test?.code], ["new", "refused"]);
  const amazon = await connect(sesAccount({ topicArn: "", fromAddress: "hello@other.example" }), own);
  assert.deepEqual([amazon.state, amazon.test?.code], ["new", "settings"]);
  const fixed = { id: amazon.id, fromAddress: "hello@site.example" };
  await call("integrations.updateConnection", fixed, own.server);
  const tested = await call("integrations.testConnection", { id: amazon.id }, own.server);
  assert.deepEqual([tested.state, tested.test?.code], ["active", "no_events"]);
  assert.equal(
    await house.refused("integrations.createConnection", sendGridAccount(), {
      headers: { Authorization: `Bearer ${own.sandboxKeys.secretKey}` },
    }),
    "409 integrations.mail_captured",
  );
});

test("SendGrid's bounces and complaints end mails to an address, once; soft ones do not", async () => {
  const { hookUrl } = await connect(sendGridAccount());
  const about = (event: string, email: string, more: object = {}) => ({
    event,
    email,
    sg_event_id: `${event}-${email}`,
    [tenantMark]: site.live.id,
    ...more,
  });
  const body = JSON.stringify([
    about("bounce", "Gone@person.example", { type: "bounce", reason: "550 5.1.1 unknown" }),
    about("bounce", "full@person.example", { type: "blocked", reason: "552 5.2.2 full" }),
    about("spamreport", "angry@person.example"),
    about("dropped", "dropped@person.example", { reason: "Bounced Address" }),
    about("delivered", "fine@person.example"),
    about("bounce", "foreign@person.example", { type: "bounce", [tenantMark]: "somebody else" }),
  ]);
  const headers = sendGrid.signed(body);
  assert.equal(await post(hookUrl!, body, headers), "200");
  const expected = [
    "angry@person.example complaint sendgrid",
    "dropped@person.example bounce sendgrid",
    "gone@person.example bounce sendgrid",
  ];
  assert.deepEqual((await suppressed()).toSorted(), expected);

  const { items } = await call<{ items: { id: string; address: string }[] }>(
    "notifications.listSuppressions",
    {},
  );
  for (const { id } of items) await call("notifications.deleteSuppression", { id, reason: "Mended" });
  assert.equal(await post(hookUrl!, body, headers), "200", "told again");
  assert.deepEqual(await suppressed(), [], "what was applied once is not applied again");
});

test("400 forged, altered, re-serialised, old and foreign events of SendGrid, and nothing is stored", async () => {
  const other = await house.site();
  const { hookUrl } = (
    await call<{ items: ConnectionAnswer[] }>("integrations.listConnections", {})
  ).items.find(({ hookUrl: url }) => url?.includes("/mail/sendgrid/"))!;
  const stranger = new SendGridServer();
  const foreign = await connect(sendGridAccount({ verificationKey: stranger.verificationKey }), other);
  const body = JSON.stringify([
    { event: "bounce", email: "x@person.example", sg_event_id: "x", type: "bounce" },
  ]);
  const headers = sendGrid.signed(body);
  const count = await stored();
  const old = String(Math.floor(wallClock().getTime() / 1000) - 3 * 24 * 3600);
  const cases: readonly (readonly [string, string, Record<string, string>])[] = [
    ["unsigned", body, { "content-type": "application/json" }],
    ["forged", body, stranger.signed(body)],
    ["altered", body.replace("x@", "y@"), headers],
    ["re-serialised", JSON.stringify(JSON.parse(body), null, 1), headers],
    ["old", body, sendGrid.signed(body, old)],
    ["another time", body, { ...headers, "x-twilio-email-event-webhook-timestamp": old }],
    ["no events", '{"a":1}', sendGrid.signed('{"a":1}')],
  ];
  for (const [name, sent, signed] of cases)
    assert.equal(await post(hookUrl!, sent, signed), refusedEvent, name);
  assert.equal(await post(foreign.hookUrl!, body, headers), refusedEvent, "another site's key");
  const strangerUrl = hookUrl!.replace(/.{4}$/, "AAAA");
  assert.equal(await post(strangerUrl, body, headers), "404 request.not_found");
  assert.equal(await post(hookUrl!.replace("sendgrid", "ses"), body, headers), "404 request.not_found");
  assert.equal(await stored(), count);
});

test("SES's bounces and complaints arrive by a topic, which is confirmed when it asks", async () => {
  const { hookUrl } = await connect(sesAccount());
  const text = { "content-type": "text/plain; charset=UTF-8" };
  assert.equal(await post(hookUrl!, JSON.stringify(sns.question("token-1")), text), "200");
  assert.deepEqual(sns.confirmed, ["token-1"]);
  const mail = { tags: { [tenantMark]: [site.live.id] } };
  const bounce = (emailAddress: string, bounceType: string, about: object = mail) => ({
    eventType: "Bounce",
    bounce: { bounceType, bouncedRecipients: [{ emailAddress, diagnosticCode: "smtp; 550 5.1.1" }] },
    mail: about,
  });
  const complaint = (emailAddress: string, complaintFeedbackType: string) => ({
    notificationType: "Complaint",
    complaint: { complainedRecipients: [{ emailAddress }], complaintFeedbackType },
    mail: {},
  });
  const told = [
    sns.notification(bounce("gone@ses.example", "Permanent")),
    sns.notification(bounce("full@ses.example", "Transient")),
    sns.notification(bounce("foreign@ses.example", "Permanent", { tags: { [tenantMark]: ["other"] } })),
    sns.notification(complaint("angry@ses.example", "abuse"), {
      SignatureVersion: "1",
      Subject: "Complaint",
    }),
    sns.notification(complaint("glad@ses.example", "not-spam")),
    sns.notification({ hello: "world" }),
    sns.notification({ eventType: "Bounce", bounce: "?" }),
  ];
  for (const message of [...told, ...told])
    assert.equal(await post(hookUrl!, JSON.stringify(message), text), "200");
  assert.deepEqual((await suppressed()).toSorted(), [
    "angry@ses.example complaint ses",
    "gone@ses.example bounce ses",
  ]);

  const count = await stored();
  const good = sns.notification(bounce("y@ses.example", "Permanent"));
  const refused: Readonly<Record<string, object>> = {
    altered: { ...good, Message: good["Message"]!.replace("y@", "z@") },
    "another topic": sns.notification({}, { TopicArn: "arn:aws:sns:eu-central-1:999999999999:mails" }),
    "a certificate elsewhere": {
      ...good,
      SigningCertURL: "https://sns.evil.example/SimpleNotificationService-1.pem",
    },
    "a certificate that looks right": {
      ...good,
      SigningCertURL: "https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem",
    },
    "a certificate of a bucket": {
      ...good,
      SigningCertURL: "https://bucket.s3.amazonaws.com/SimpleNotificationService-1.pem",
    },
    "a certificate that is not there": {
      ...good,
      SigningCertURL: "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem",
    },
    old: sns.notification({}, { Timestamp: plus(wallClock(), -days(3)).toISOString() }),
    "a confirmation elsewhere": sns.question("token-2", {
      SubscribeURL: "https://evil.example/?Token=token-2",
    }),
    "no message": { Type: "Notification" },
  };
  for (const [name, message] of Object.entries(refused))
    assert.equal(await post(hookUrl!, JSON.stringify(message), text), refusedEvent, name);
  sns.isDown = true;
  const unknown = {
    ...good,
    SigningCertURL: "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-2.pem",
  };
  assert.equal(await post(hookUrl!, JSON.stringify(unknown), text), "503 notifications.events_unavailable");
  assert.deepEqual([await stored(), sns.confirmed], [count, ["token-1"]]);
});
