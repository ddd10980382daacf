import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type Reply, type Seen, tinyApi } from "../../test/tiny-api.ts";
import { type Browser, connectBrowser } from "./connect.ts";
import { type SessionView } from "./session.ts";

// Node has no session storage: each test brings the one of its tab.
class TabStorage extends Map<string, string> {
  getItem = (name: string) => this.get(name) ?? null;
  setItem = (name: string, value: string) => void this.set(name, value);
  removeItem = (name: string) => void this.delete(name);
}

let storage: TabStorage;
let keyNumber = 0;
const open: Browser[] = [];

beforeEach(() => {
  storage = new TabStorage();
  Object.defineProperty(globalThis, "sessionStorage", { value: storage, configurable: true });
});
afterEach(() => {
  for (const browser of open.splice(0)) browser.session.close();
});

function connect(url: string, options: { key?: string; remember?: "session" | "memory" } = {}): Browser {
  const browser = connectBrowser({
    url,
    key: `pk_test_${String(keyNumber++).padStart(8, "0")}`,
    locale: () => "zh-CN",
    ...options,
  });
  open.push(browser);
  return browser;
}

const view = (n: number): SessionView =>
  ({
    accessToken: `access-${n}`,
    accessExpiresAt: `2026-11-21T10:00:0${n}.000Z`,
    refreshToken: `refresh-${n}`,
    member: { id: "m1", name: "Ada" },
  }) as SessionView;

const expired = { refuse: 401, code: "request.token_expired" } satisfies Reply;
const isAccess = (n: number) => (seen: Seen) => seen.headers.authorization === `Bearer access-${n}`;

test("a public read is a simple GET with the key in its URL, fit for a cache", async () => {
  const { url, requests } = await tinyApi(() => ({ data: { items: [] } }));
  const { client } = connect(url, { key: "pk_test_public00" });
  await client.scheduling.listSlots({
    offerIds: ["o 1", "o2"],
    from: "2026-11-01T00:00:00Z",
    until: "2026-12-01T00:00:00Z",
  });
  const [seen] = requests;
  assert.equal(seen?.method, "GET");
  assert.equal(
    seen?.url,
    "/api/v1/scheduling/slots?key=pk_test_public00&offerIds=o+1&offerIds=o2&from=2026-11-01T00%3A00%3A00Z&until=2026-12-01T00%3A00%3A00Z",
  );
  for (const header of ["authorization", "tessera-key", "idempotency-key", "content-type"]) {
    assert.equal(seen?.headers[header], undefined, header);
  }
  await client.scheduling.getOffer({ id: "a/b" });
  assert.equal(requests[1]?.url, "/api/v1/scheduling/offers/a%2Fb?key=pk_test_public00");
});

test("a first answer that is lost is asked for again as the same visitor, also by calls beside it", async () => {
  const { url, requests } = await tinyApi((_, nth) => (nth === 1 ? "cut" : { data: { id: "h1" } }));
  const { client } = connect(url);
  const times = ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"];
  await Promise.all(times.map((startsAt) => client.scheduling.holdSlot({ offerId: "o", startsAt })));
  assert.equal(requests.length, 3);
  const [secret, ...others] = new Set(requests.map(({ headers }) => headers["tessera-visitor"]));
  assert.match(String(secret), /^new\.[0-9a-f]{32}$/);
  assert.deepEqual(others, []);
});

test("two pages never make up the same visitor", async () => {
  const { url, requests } = await tinyApi(() => ({ data: { id: "h1" } }));
  for (const { client } of [connect(url), connect(url)]) await client.scheduling.getHold({ id: "h1" });
  assert.equal(new Set(requests.map(({ headers }) => headers["tessera-visitor"])).size, 2);
});

test("the visitor id of the first change is kept and sent from then on", async () => {
  const { url, requests } = await tinyApi(() => ({
    data: { id: "h1" },
    headers: { "Tessera-Visitor": "visitor-1" },
  }));
  const { client, keep } = connect(url);
  await client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" });
  await client.scheduling.getHold({ id: "h1" });
  assert.equal(requests[1]?.headers["tessera-visitor"], "visitor-1");
  assert.equal(requests[0]?.headers["tessera-locale"], "zh-CN");
  assert.equal(keep.read("visitor"), "visitor-1");
  assert.equal(storage.size, 1);
});

test("401 on ten parallel calls: one refresh, then ten answers", async () => {
  const { url, requests } = await tinyApi((seen) => {
    if (seen.path === "identity.refresh") return { data: view(2) };
    return isAccess(2)(seen) ? { data: { id: "b" } } : expired;
  });
  const { client, session } = connect(url);
  await session.known;
  session.begin(view(1));
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => client.scheduling.getBooking({ id: "b" })),
  );
  assert.equal(answers.length, 10);
  const refreshes = requests.filter(({ path }) => path === "identity.refresh");
  assert.equal(refreshes.length, 1);
  assert.deepEqual(refreshes[0]?.input, { refreshToken: "refresh-1" });
  assert.match(storage.values().next().value ?? "", /refresh-2/);
});

test("401 on the refresh ends the session, and the call is refused once", async () => {
  const { url, requests } = await tinyApi(() => expired);
  const { client, session } = connect(url);
  await session.known;
  session.begin(view(1));
  let changes = 0;
  session.subscribe(() => changes++);
  await assert.rejects(client.scheduling.getBooking({ id: "b" }), {
    code: "request.token_expired",
    status: 401,
  });
  assert.equal(requests.length, 2);
  assert.equal(session.member, null);
  assert.equal(changes, 1);
  assert.doesNotMatch([...storage.values()].join(), /access|refresh/);
});

test("a page opened later goes on with the sign-in of the tab", async () => {
  const { url } = await tinyApi((seen) =>
    seen.path === "identity.refresh" ? { data: view(2) } : { data: {} },
  );
  const key = "pk_test_samepage";
  const first = connect(url, { key });
  await first.session.known;
  first.session.begin(view(1));
  first.session.close();
  const second = connect(url, { key });
  await second.session.known;
  assert.equal(second.session.member?.name, "Ada");
  assert.match(storage.values().next().value ?? "", /refresh-2/);
});

test("a lost connection at the start does not sign anybody out", async () => {
  let isUp = false;
  const { url } = await tinyApi((seen) => {
    if (!isUp) return "cut";
    return seen.path === "identity.refresh"
      ? { data: view(2) }
      : { data: { id: "b", by: seen.headers.authorization } };
  });
  storage.set("tessera.offline0", JSON.stringify({ refresh: "refresh-1" }));
  const { client, session } = connect(url, { key: "pk_test_offline0" });
  await session.known;
  assert.equal(session.member, null);
  isUp = true;
  const answer: unknown = await client.scheduling.getBooking({ id: "b" });
  assert.deepEqual(answer, { id: "b", by: "Bearer access-2" });
});

test("a new tab takes over the sign-in of its siblings, and hears of signing out", async () => {
  const { url, requests } = await tinyApi(() => ({ data: {} }));
  const key = "pk_test_siblings";
  const first = connect(url, { key });
  await first.session.known;
  first.session.begin(view(1));
  storage = new TabStorage();
  Object.defineProperty(globalThis, "sessionStorage", { value: storage, configurable: true });
  const second = connect(url, { key });
  await second.session.known;
  assert.equal(second.session.member?.name, "Ada");
  const left = new Promise<void>((resolve) => void first.session.subscribe(resolve));
  second.session.end();
  await left;
  assert.equal(first.session.member, null);
  assert.equal(requests.length, 0);
});

test("a sibling that is busy tells its sign-in late, unless somebody signed in or out meanwhile", async () => {
  const { url } = await tinyApi(() => ({ data: {} }));
  const newTab = () =>
    Object.defineProperty(globalThis, "sessionStorage", { value: new TabStorage(), configurable: true });
  for (const [key, isOver] of [
    ["pk_test_latelate", false],
    ["pk_test_lateover", true],
  ] as const) {
    newTab();
    const busy = sibling(key, view(1), 200);
    const late = connect(url, { key });
    await late.session.known;
    assert.equal(late.session.view, null);
    if (isOver) late.session.end();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(late.session.member?.name, isOver ? undefined : "Ada");
    busy.close();
  }
});

/** Another tab of the site that has a pair of its own, and tells it to whoever asks, however busy it is. */
function sibling(key: string, pair: SessionView, busyMs = 0): BroadcastChannel {
  const channel = new BroadcastChannel(`tessera.${key.slice(-8)}`);
  channel.addEventListener("message", ({ data }: MessageEvent<object>) => {
    if (Object.keys(data).length === 0) setTimeout(() => channel.postMessage({ answer: pair }), busyMs);
  });
  return channel;
}

test("a tab that slept takes the newer pair of a sibling instead of using its old one again", async () => {
  const { url, requests } = await tinyApi((seen) => (isAccess(5)(seen) ? { data: { id: "b" } } : expired));
  const key = "pk_test_sleeping";
  const { client, session } = connect(url, { key });
  await session.known;
  session.begin(view(1));
  const awake = sibling(key, view(5));
  assert.equal((await client.scheduling.getBooking({ id: "b" })).id, "b");
  awake.close();
  assert.ok(requests.every(({ path }) => path !== "identity.refresh"));
});

test("a tab that is up to date is not led back by one that slept", async () => {
  const { url, requests } = await tinyApi((seen) => {
    if (seen.path === "identity.refresh") return { data: view(6) };
    return isAccess(6)(seen) ? { data: { id: "b" } } : expired;
  });
  const key = "pk_test_wide_awake";
  const { client, session } = connect(url, { key });
  await session.known;
  session.begin(view(5));
  const asleep = sibling(key, view(1));
  assert.equal((await client.scheduling.getBooking({ id: "b" })).id, "b");
  asleep.close();
  const refreshes = requests.filter(({ path }) => path === "identity.refresh");
  assert.deepEqual(
    refreshes.map(({ input }) => input),
    [{ refreshToken: "refresh-5" }],
  );
});

test("memory keeps nothing in the tab", async () => {
  const { url } = await tinyApi(() => ({ data: { id: "h" }, headers: { "Tessera-Visitor": "visitor-1" } }));
  const { client, session, keep } = connect(url, { remember: "memory" });
  await session.known;
  session.begin(view(1));
  await client.scheduling.getHold({ id: "h" });
  assert.equal(keep.read("visitor"), "visitor-1");
  assert.equal(storage.size, 0);
});

test("a proof of work is solved once and sent along", async () => {
  const { url, requests } = await tinyApi(({ headers }) =>
    headers["tessera-proof"]
      ? { data: { id: "h" } }
      : { refuse: 428, code: "request.proof_required", params: { challenge: "tenant.1.abc.sig", bits: 8 } },
  );
  const { client } = connect(url);
  await client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" });
  assert.match(String(requests[1]?.headers["tessera-proof"]), /^tenant\.1\.abc\.sig:\d+$/);
  assert.equal(requests[0]?.headers["idempotency-key"], requests[1]?.headers["idempotency-key"]);
});

test("two first changes side by side are one visitor's", async () => {
  let visitors = 0;
  const { url, requests } = await tinyApi(async ({ headers }) => {
    if (String(headers["tessera-visitor"]).startsWith("visitor-")) return { data: { id: "h" } };
    if (!headers["tessera-proof"])
      return { refuse: 428, code: "request.proof_required", params: { challenge: "c", bits: 4 } };
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { data: { id: "h" }, headers: { "Tessera-Visitor": `visitor-${++visitors}` } };
  });
  const { client, keep } = connect(url);
  await Promise.all([
    client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" }),
    client.identity.requestCode({ email: "ada@example.com" }),
    client.identity.requestCode({ email: "bo@example.com" }),
  ]);
  assert.equal(visitors, 1);
  assert.equal(keep.read("visitor"), "visitor-1");
  assert.equal(requests.filter(({ headers }) => headers["tessera-visitor"] === "visitor-1").length, 2);
});

test("a visitor whose id the API no longer knows proves itself again", async () => {
  const { url, requests } = await tinyApi(({ headers }) =>
    headers["tessera-proof"]
      ? { data: { id: "h" }, headers: { "Tessera-Visitor": "visitor-2" } }
      : { refuse: 428, code: "request.proof_required", params: { challenge: "c", bits: 4 } },
  );
  const { client, keep } = connect(url);
  keep.write("visitor", "visitor-1");
  await client.scheduling.holdSlot({ offerId: "o", startsAt: "2026-01-01T00:00:00Z" });
  assert.equal(keep.read("visitor"), "visitor-2");
  assert.equal(requests.length, 2);
});

test("now is the site's clock, as far ahead as any answer said", async () => {
  const ahead = [3_600_000, 60_000];
  const { url } = await tinyApi((_, nth) => ({
    data: {},
    headers: { "Tessera-Now": new Date(Date.now() + ahead[nth - 1]!).toISOString() },
  }));
  const { client, now } = connect(url);
  assert.ok(Math.abs(now() - Date.now()) < 50);
  await client.scheduling.getHold({ id: "h" });
  await client.scheduling.getHold({ id: "h" });
  assert.ok(Math.abs(now() - Date.now() - 3_600_000) < 1_000);
});
