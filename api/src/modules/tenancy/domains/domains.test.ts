import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import supertest from "supertest";
import { NameServer } from "../../../../test/name-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";

const apiHost = "localhost";

interface Domain {
  readonly id: string;
  readonly domain: string;
  readonly state: string;
  readonly records: readonly { kind: string; name: string; value: string; found: string | null }[];
  readonly isTaken: boolean;
  readonly countsUntil: string | null;
}

let names: NameServer;
let house: TestHouse;
let site: TestSite;
let other: TestSite;
let staff: Record<string, string>;
let otherStaff: Record<string, string>;

before(async () => {
  names = await NameServer.open();
  const port = await freePort();
  house = await TestHouse.open({
    variables: { NAME_SERVERS: names.address, API_PORT: port, API_URL: `http://${apiHost}:${port}` },
  });
  site = await house.site("Calm", { tenancy: { allowedOrigins: ["https://www.calm.example"] } });
  other = await house.site("Rival");
  [staff, otherStaff] = [await site.staff(), await other.staff()];
  names.addresses.set(apiHost, ["203.0.113.80"]);
});
after(async () => {
  await house?.close();
  names?.close();
  assert.deepEqual(house.bugs, []);
});

/** The test goes to the address the house is known by, which has to be a name here. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}

const add = (domain: string, headers = staff) =>
  house.ok<Domain>("tenancy.addDomain", { domain }, { headers });
const check = ({ id }: Pick<Domain, "id">, headers = staff) =>
  house.ok<Domain>("tenancy.checkDomain", { id }, { headers });
const foundOf = ({ records }: Domain) => records.map(({ found }) => found);

/** Sets the records the team was told to set. */
function publish({ records }: Domain): void {
  for (const { kind, name, value } of records) {
    if (kind === "TXT") names.records.set(name, [value]);
    else names.aliases.set(name, value);
  }
}

/** A domain that is the site's. */
async function proven(domain: string, headers = staff): Promise<Domain> {
  const added = await add(domain, headers);
  publish(added);
  const checked = await check(added, headers);
  assert.equal(checked.state, "proven");
  return checked;
}

/** The site that answers under a host, or the refusal. */
async function under(host: string, headers: Record<string, string> = {}): Promise<string> {
  const { status, body } = await supertest(house.house.url)
    .get("/api/v1/tenancy/site")
    .set({ Host: host, ...headers });
  return status === 200 ? body.slug : `${status} ${body.code}`;
}

test("200 a domain is added with the records to set, looked up, and then the site's", async () => {
  const added = await add("Book.Calm.example");
  assert.equal(added.domain, "book.calm.example");
  assert.equal(added.state, "pending");
  assert.deepEqual(
    added.records.map(({ kind, name }) => [kind, name]),
    [
      ["TXT", "_tessera.book.calm.example"],
      ["CNAME", "book.calm.example"],
    ],
  );
  assert.equal(added.records[1]!.value, apiHost);

  assert.deepEqual(foundOf(await check(added)), ["missing", "missing"]);
  names.records.set("_tessera.book.calm.example", ["tessera-site=somebody-else"]);
  names.aliases.set("book.calm.example", "elsewhere.example");
  assert.deepEqual(foundOf(await check(added)), ["wrong", "wrong"]);
  names.isSilent = true;
  assert.deepEqual(foundOf(await check(added)), ["unknown", "unknown"]);
  names.isSilent = false;
  assert.equal(await under("book.calm.example"), "400 request.tenant_required");

  publish(added);
  const checked = await check(added);
  assert.deepEqual([checked.state, ...foundOf(checked)], ["proven", "found", "found"]);
  assert.equal(await under("book.calm.example"), "calm");
  const { items } = await house.ok<{ items: Domain[] }>("tenancy.listDomains", {}, { headers: staff });
  assert.deepEqual(items, [checked]);
});

test("a domain without anything in front may lead here by its addresses", async () => {
  const added = await add("calm.example");
  publish(added);
  names.aliases.delete("calm.example");
  names.addresses.set("calm.example", ["203.0.113.80"]);
  assert.deepEqual(foundOf(await check(added)), ["found", "found"]);
});

test("the proof alone makes a domain the site's, wherever it leads for now", async () => {
  const added = await add("soon.calm.example");
  names.records.set("_tessera.soon.calm.example", [added.records[0]!.value]);
  const checked = await check(added);
  assert.deepEqual([checked.state, ...foundOf(checked)], ["proven", "found", "missing"]);
});

test("the site is known by the Host header: with a port, in capitals, with a dot at the end", async () => {
  for (const host of ["book.calm.example:443", "BOOK.calm.example", "book.calm.example."])
    assert.equal(await under(host), "calm", host);
  assert.equal(await under(apiHost), "400 request.tenant_required");
  assert.equal(await under("nobody.example"), "400 request.tenant_required");
  assert.equal(await under("sub.book.calm.example"), "400 request.tenant_required");
  assert.equal(await under("192.0.2.1"), "400 request.tenant_required");
});

test("a trusted proxy says which host was called", async () => {
  const forwarded = { "X-Forwarded-Host": "book.calm.example" };
  assert.equal(await under("internal", forwarded), "calm");
});

test("403 keys and tokens of another site under a site's domain; its own work as everywhere", async () => {
  const host = "book.calm.example";
  const { headers: member } = await site.signIn("mia@calm.example");
  const { headers: stranger } = await other.signIn("rob@rival.example");
  for (const own of [site.visitor, site.server, staff, member]) assert.equal(await under(host, own), "calm");
  for (const foreign of [other.visitor, other.server, otherStaff, stranger])
    assert.equal(await under(host, foreign), "403 request.tenant_mismatch");
  assert.equal(
    await under(host, { "Tessera-Key": site.sandboxKeys.publishableKey }),
    "403 request.tenant_mismatch",
  );
  // What the loader sends without `data-key`.
  assert.equal(await under(host, { "Tessera-Key": "" }), "calm");
  assert.equal(await under(host, { "Tessera-Key": "pk_live_nonsense" }), "401 request.key_invalid");
});

test("pages under the domain and of the site's list call it; no other page does", async () => {
  const host = "book.calm.example";
  for (const origin of [`https://${host}`, "https://www.calm.example"])
    assert.equal(await under(host, { Origin: origin }), "calm", origin);
  for (const origin of ["https://evil.example", `http://${host}`, "https://calm.example", "null"])
    assert.equal(await under(host, { Origin: origin }), "403 request.origin_not_allowed", origin);
  // Under the API's own address a page has to be on the list.
  const elsewhere = await under(apiHost, { ...site.visitor, Origin: `https://${host}` });
  assert.equal(elsewhere, "403 request.origin_not_allowed");
});

test("a visitor without a key begins under the domain, and what is asked without a key is not kept by caches", async () => {
  const answer = await supertest(house.house.url)
    .post("/api/v1/rpc")
    .set({ Host: "book.calm.example", Origin: "https://book.calm.example" })
    .send({ path: "identity.requestCode", input: { email: "new@calm.example" } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.ok(
    await house.until("the mail", async () => (await house.mailsTo(site.live, "new@calm.example"))[0]),
  );
  const read = await supertest(house.house.url)
    .get("/api/v1/tenancy/site")
    .set({ Host: "book.calm.example" });
  assert.equal(read.headers["cache-control"], "no-store");
});

test("a proxy that asks gets 200 for a site's domain and 404 for any other name", async () => {
  const ask = async (query: string) => (await house.request(`/domains/ask${query}`)).status;
  assert.equal(await ask("?domain=book.calm.example"), 200);
  assert.equal(await ask("?domain=BOOK.calm.example"), 200);
  for (const query of ["", "?domain=", "?domain=evil.example", "?domain=a&domain=b", "?domain=127.0.0.1"])
    assert.equal(await ask(query), 404, query);
});

test("a domain belongs to one site: the second who proves it waits until the first lets go", async () => {
  const first = await proven("shared.example");
  const second = await add("shared.example", otherStaff);
  assert.notEqual(second.records[0]!.value, first.records[0]!.value);
  const both = [first, second].map(({ records }) => records[0]!.value);
  names.records.set("_tessera.shared.example", both);
  const refused = await check(second, otherStaff);
  assert.deepEqual([refused.state, refused.isTaken, foundOf(refused)[0]], ["pending", true, "found"]);
  assert.equal(await under("shared.example"), "calm");
  await house.ok("tenancy.removeDomain", { id: first.id }, { headers: staff });
  assert.equal(await under("shared.example"), "400 request.tenant_required");
  const taken = await check(second, otherStaff);
  assert.deepEqual([taken.state, taken.isTaken], ["proven", false]);
  assert.equal(await under("shared.example"), "rival");
});

test("two sites that prove one domain at once: one has it", async () => {
  const [mine, theirs] = [await add("raced.example"), await add("raced.example", otherStaff)];
  names.records.set(
    "_tessera.raced.example",
    [mine, theirs].map(({ records }) => records[0]!.value),
  );
  const outcomes = await Promise.all([check(mine), check(theirs, otherStaff)]);
  assert.deepEqual(outcomes.map(({ state }) => state).toSorted(), ["pending", "proven"]);
});

test("the sandbox has a domain of its own", async () => {
  const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
    ...site.owner,
    tenantId: site.sandbox.id,
  });
  await proven("test.calm.example", { Authorization: `Bearer ${accessToken}` });
  assert.equal(await under("test.calm.example"), site.sandbox.slug);
});

test("400 what is no domain, or Tessera's own; 409 twice the same, and more than ten", async () => {
  const refused = (domain: string, headers = staff) =>
    house.refused("tenancy.addDomain", { domain }, { headers });
  for (const domain of [
    "",
    "calm",
    "127.0.0.1",
    "https://a.example",
    "a.example:8080",
    apiHost,
    `x.${apiHost}`,
  ])
    assert.equal(await refused(domain), "400 request.invalid_input", domain);
  assert.equal(await refused("BOOK.calm.example"), "409 tenancy.domain_exists");
  const full = await (await house.site("Full")).staff();
  for (let count = 0; count < 10; count++) await add(`d${count}.full.example`, full);
  assert.equal(await refused("one-more.full.example", full), "409 tenancy.too_many_domains");
});

test("403 a member of the team without leave, 404 a domain of another site", async () => {
  const [{ id }] = (await house.ok<{ items: [Domain] }>("tenancy.listDomains", {}, { headers: staff })).items;
  for (const path of ["tenancy.checkDomain", "tenancy.removeDomain"]) {
    assert.equal(await house.refused(path, { id }, { headers: otherStaff }), "404 request.not_found");
    assert.equal(await house.refused(path, { id }, { headers: site.server }), "403 request.forbidden");
  }
});
