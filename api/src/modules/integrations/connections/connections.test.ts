import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { OpenAiServer } from "../../../../test/openai-server.ts";
import { SmtpSink } from "../../../../test/smtp-sink.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { aiFor } from "../../../platform/providers/ai/for-tenant.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";

interface ConnectionAnswer {
  readonly id: string;
  readonly state: string;
  readonly mode: string;
  readonly hint: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly test: { readonly code: string; readonly sentence: string; readonly detail: string } | null;
}

interface Listing {
  readonly items: readonly ConnectionAnswer[];
  readonly answering: readonly {
    readonly kind: string;
    readonly provider: string;
    readonly isOwn: boolean;
  }[];
}

let house: TestHouse;
let site: TestSite;
let stripe: StripeServer;
let openai: OpenAiServer;
let sink: SmtpSink;
let admin: pg.Client;

before(async () => {
  [stripe, openai, sink] = await Promise.all([StripeServer.start(), OpenAiServer.start(), SmtpSink.start()]);
  house = await TestHouse.open({
    variables: { STRIPE_URL: stripe.url, WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" },
  });
  site = await house.site();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin.end();
  await house.close();
  await Promise.all([stripe.stop(), openai.stop(), sink.stop()]);
  assert.deepEqual(house.bugs, []);
});

const sandboxOf = (of: TestSite) => ({ Authorization: `Bearer ${of.sandboxKeys.secretKey}` });
const call = <Result = ConnectionAnswer>(name: string, input: object, headers = site.server) =>
  house.ok<Result>(`integrations.${name}`, input, { headers });
const refused = (name: string, input: object, headers = site.server) =>
  house.refused(`integrations.${name}`, input, { headers });
const fieldsOf = async (input: object, headers = site.server): Promise<string[]> => {
  const { body } = await house.call("integrations.createConnection", input, { headers });
  const { fields } = (body as { error: { data: { fields: { path: string[]; message: string }[] } } }).error
    .data;
  return fields.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

const stripeKeys = { vendor: "stripe", secretKey: "sk_test_local", webhookSecret: "whsec_local" };
const mailServer = () => ({
  vendor: "smtp",
  host: "127.0.0.1",
  port: sink.port,
  security: "none",
  user: "mailer",
  password: sink.password,
  fromAddress: "Northlight <hello@northlight.example>",
});

test("credentials are kept sealed and are found nowhere else: no table, no answer, no audit entry, no stored reply", async () => {
  const { server } = site;
  const key = "sk-quixotic-saffron-5151";
  const headers = { ...server, "Idempotency-Key": newId(wallClock()) };
  const added = await call(
    "createConnection",
    { vendor: "openai", apiKey: key, baseUrl: openai.url },
    headers,
  );
  assert.equal(added.hint, "…5151");
  assert.deepEqual(added.options, {
    baseUrl: openai.url,
    embeddingModel: "text-embedding-3-small",
    textModel: "gpt-5-mini",
  });
  const again = await call(
    "createConnection",
    { vendor: "openai", apiKey: key, baseUrl: openai.url },
    headers,
  );
  assert.equal(again.id, added.id);
  await call("updateConnection", { id: added.id, apiKey: `${key}-rolled` });
  await call("testConnection", { id: added.id });
  const answers = JSON.stringify([added, again, await call<Listing>("listConnections", {})]);
  assert.ok(!answers.includes("saffron"));
  const { rows: tables } = await admin.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
  );
  for (const { name } of tables) {
    const { rows } = await admin.query(`select 1 from ${name} t where t::text like '%saffron%' limit 1`);
    assert.equal(rows.length, 0, name);
  }
  const { rows: sealed } = await admin.query<{ credentials_sealed: string }>("select * from connections");
  assert.match(sealed[0]!.credentials_sealed, /^[\w-]+\.[\w-]{40,}$/);
  const { rows: entries } = await admin.query<{ action: string; after: object }>(
    "select action, after from audit_entries where entity_id = $1 order by at, id",
    [added.id],
  );
  assert.deepEqual(
    entries.map(({ action }) => action),
    ["create", "update", "test"].map((verb) => `integrations.${verb}_connection`),
  );
  await call("deleteConnection", { id: added.id });
  assert.deepEqual((await call<Listing>("listConnections", {})).items, []);
});

test("a provider is used once its test succeeded, and changes are noticed by every process within 5 seconds", async () => {
  const answering = async (kind: string) => {
    const found = await call<Listing>("listConnections", {});
    return found.answering.find((each) => each.kind === kind)?.provider;
  };
  const { id } = await call("createConnection", {
    vendor: "openai",
    apiKey: "sk-northlight",
    baseUrl: openai.url,
  });
  assert.equal(await answering("ai"), "local");
  openai.answer = JSON.stringify({ word: "Hello" });
  const tested = await call("testConnection", { id });
  assert.deepEqual([tested.state, tested.test?.code], ["active", "works"]);
  assert.equal(await answering("ai"), "openai");
  openai.requests = [];
  await house.within(site.live, async (scope) =>
    (await aiFor(scope)).embed(["Sales"], { signal: AbortSignal.timeout(5000) }),
  );
  assert.equal(openai.requests[0]?.authorization, "Bearer sk-northlight");
  // As another process does it: nobody tells this one.
  await house.until("the second of quiet after a change", async () => {
    await answering("ai");
    await new Promise((done) => setTimeout(done, 1100));
    return true;
  });
  await answering("ai");
  const began = performance.now();
  await admin.query("update connections set state = 'disconnected', version = version + 1 where id = $1", [
    id,
  ]);
  await house.until("the change", async () => (await answering("ai")) === "local");
  assert.ok(performance.now() - began < 5000);
  await admin.query("delete from connections where id = $1", [id]);
});

test("what the provider says of wrong credentials, in one sentence", async () => {
  const stripeSite = await house.site();
  const headers = sandboxOf(stripeSite);
  const { webhookSecret, ...keyAlone } = stripeKeys;
  const added = await call("createConnection", { ...keyAlone, secretKey: "sk_test_wrong" }, headers);
  const outcome = async () => (await call("testConnection", { id: added.id }, headers)).test!;
  const { code, sentence, detail } = await outcome();
  assert.deepEqual(
    [code, sentence, detail],
    ["refused", "Stripe does not know these credentials.", "Invalid API Key provided."],
  );
  await call("updateConnection", { id: added.id, secretKey: stripe.secretKey }, headers);
  assert.equal((await outcome()).code, "no_secret");
  await call("updateConnection", { id: added.id, webhookSecret }, headers);
  assert.equal((await outcome()).code, "no_events");
  stripe.account.forbidden = ["/v1/account", "/v1/webhook_endpoints"];
  assert.equal((await outcome()).code, "works", "a restricted key needs no rights beyond payments");
  stripe.account.forbidden = ["/v1/refunds"];
  assert.equal((await outcome()).code, "rights");
  stripe.account.forbidden = [];
  stripe.plan = Array.from({ length: 15 }, () => 503);
  assert.equal((await outcome()).code, "unreachable");
  stripe.plan = [];

  const mail = await call("createConnection", { ...mailServer(), password: "not it" });
  const said = (await call("testConnection", { id: mail.id })).test!;
  assert.equal(said.code, "refused");
  assert.match(said.detail, /535 Authentication failed/);
  await call("updateConnection", { id: mail.id, port: 9 });
  assert.equal((await call("testConnection", { id: mail.id })).test?.code, "unreachable");
  await call("deleteConnection", { id: mail.id });
});

test("mails of a live site leave through its own server from its own address; a test site's never leave", async () => {
  const { id } = await call("createConnection", mailServer());
  assert.equal((await call("testConnection", { id })).state, "active");
  const mail = {
    to: { address: "clara@site.example", name: "" },
    subject: "Hi",
    text: "Hi",
    html: "",
    key: "k",
  };
  await sendMail(mail, { tenant: site.live, fromName: "Northlight", signal: AbortSignal.timeout(5000) });
  const [received] = sink.mails.filter(({ to }) => to === "clara@site.example");
  assert.match(received?.headers ?? "", /From: Northlight <hello@northlight.example>/);
  assert.equal(
    await refused("createConnection", mailServer(), sandboxOf(site)),
    "409 integrations.mail_captured",
  );
});

test("test credentials belong into the test site, live ones into the live site", async () => {
  assert.equal(await refused("createConnection", stripeKeys), "409 integrations.test_credentials");
  const live = { ...stripeKeys, secretKey: "rk_live_1234" };
  assert.equal(await refused("createConnection", live, sandboxOf(site)), "409 integrations.live_credentials");
  const restricted = await call(
    "createConnection",
    { ...stripeKeys, secretKey: "rk_test_12345678" },
    sandboxOf(site),
  );
  assert.equal(restricted.mode, "test");
  assert.equal(
    await refused("createConnection", stripeKeys, sandboxOf(site)),
    "409 integrations.already_connected",
  );
  const swap = { id: restricted.id, secretKey: "sk_live_1234" };
  assert.equal(await refused("updateConnection", swap, sandboxOf(site)), "409 integrations.live_credentials");
});

test("400 with a sentence for each field that is wrong, and for addresses in private networks", async () => {
  assert.deepEqual(await fieldsOf({ vendor: "stripe", secretKey: "pk_test_1", host: "a.example" }), [
    "secretKey: A secret key begins with sk_test_, sk_live_, rk_test_ or rk_live_. A publishable key (pk_…) cannot take payments.",
    "host: This provider needs no such field. Leave it out.",
  ]);
  assert.deepEqual(
    await fieldsOf({ vendor: "openai", apiKey: "sk-12345678", baseUrl: "https://10.0.0.1/v1" }),
    ["baseUrl: The URL must not point into a private network."],
  );
  assert.deepEqual(await fieldsOf({ vendor: "openai", apiKey: "sk-12345678", baseUrl: "ftp://a.example" }), [
    "baseUrl: The URL must start with https://.",
  ]);
  const mail = { vendor: "smtp", fromAddress: "hello@northlight.example" };
  assert.deepEqual(await fieldsOf({ ...mail, host: "169.254.169.254" }), [
    "host: The address points into a private network.",
  ]);
  assert.deepEqual(await fieldsOf({ ...mail, host: "mail.example.com", security: "none" }), [
    "host: Mails and passwords must not travel unencrypted. Choose TLS or STARTTLS.",
  ]);
  assert.deepEqual(await fieldsOf({ ...mail, host: "mail.example.com", fromAddress: "Northlight" }), [
    "fromAddress: Write the address mails come from, such as hello@example.com.",
  ]);
  assert.deepEqual(
    await fieldsOf({ vendor: "zoom", accountId: "a b", clientId: "", clientSecret: "secret" }),
    [
      "accountId: Copy it from the page of your Server-to-Server OAuth app at Zoom, without spaces.",
      "clientId: This is needed.",
    ],
  );
});

test("403 for team members who only look", async () => {
  const looking = { "Tessera-Key": site.keys.publishableKey };
  assert.equal(await refused("listConnections", {}, looking), "401 request.unauthenticated");
  const { token } = await house.ok<{ token: string }>(
    "tenancy.createKey",
    { kind: "secret", name: "Looks", scopes: ["integrations.view_connections"] },
    { headers: await site.staff() },
  );
  const headers = { Authorization: `Bearer ${token}` };
  await call<Listing>("listConnections", {}, headers);
  assert.equal(
    await refused("createConnection", { vendor: "daily", apiKey: "12345678" }, headers),
    "403 request.forbidden",
  );
});
