import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, connectBrowser, type SessionView } from "@tessera/sdk/browser";
import { type LivePage, liveOf } from "@tessera/sdk/live";
import { TestHouse, type TestSite } from "../../api/test/house.ts";
import { seededRandom } from "../demo/random.ts";
import { UnreliableLine } from "./unreliable-line.ts";

/** Less patience than a page has, so that a test sees everything within seconds. */
const patience: NonNullable<LivePage["patience"]> = {
  opening: 400,
  silence: 2_500,
  shortestRetry: 10,
  longestRetry: 80,
  poll: 60,
  polling: 1_500,
};

/** A tab of a browser, and what it hears. */
interface Tab {
  readonly browser: Browser;
  readonly heard: number[];
  readonly resyncs: number[];
  readonly close: () => void;
}

describe("the live stream against the real API", () => {
  let house: TestHouse;
  let site: TestSite;
  let line: UnreliableLine;
  const open: Tab[] = [];
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    line = await UnreliableLine.to(house.house.url);
  });
  afterEach(() => {
    for (const tab of open.splice(0)) tab.close();
  });
  after(async () => {
    line.close();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** A member with a session, and a way to make news for them. */
  async function member(email: string) {
    const visitor = { headers: site.visitor };
    await house.ok("identity.requestCode", { email }, visitor);
    const code = await house.until("a code", async () => {
      const [mail] = await house.mailsTo(site.live, email);
      return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    });
    const view = await house.ok<SessionView>(
      "identity.signInWithCode",
      { email, code, name: "New" },
      visitor,
    );
    const headers = { ...site.visitor, Authorization: `Bearer ${view.accessToken}` };
    let made = 0;
    const makeNews = async (count = 1) => {
      for (let turn = 0; turn < count; turn++) {
        await house.ok("identity.updateMe", { name: `Name ${++made}` }, { headers });
      }
    };
    const listed = async () => {
      const address = "/api/v1/stream?since=0";
      const answer = await house.request(address, { headers: { ...headers, accept: "application/json" } });
      return (await answer.json()) as { seq: number; frames: { name: string }[] };
    };
    // What signing in announced, and the credits that a new member gets, are numbered before what is counted.
    await makeNews();
    const base = await house.until("the first change", async () => {
      const { seq, frames } = await listed();
      const names = new Set(frames.map(({ name }) => name));
      return names.has("member.changed") && names.has("wallet.changed") && seq;
    });
    return {
      view,
      /** Each piece of news becomes one frame. */
      makeNews,
      /** The number of the last frame, once all are numbered. */
      settled: () =>
        house.until("all frames to be numbered", async () => {
          const { seq } = await listed();
          return seq >= base + made - 1 && seq;
        }),
    };
  }

  /** Opens a tab that listens for everything; `through` is the line it uses. */
  async function tab(view: SessionView, options: Partial<LivePage> = {}): Promise<Tab> {
    const url = options.url ?? line.url;
    const key = options.key ?? site.keys.publishableKey;
    const browser = connectBrowser({ url, key, remember: "memory" });
    await browser.session.known;
    browser.session.begin(view);
    const heard: number[] = [];
    const resyncs: number[] = [];
    const live = liveOf({ url, key, patience, session: browser.session, keep: browser.keep, ...options });
    live.on(["member.changed"], ({ seq }) => heard.push(seq));
    live.onResync(() => resyncs.push(positionOf(browser)));
    const opened = { browser, heard, resyncs, close: () => browser.session.end() };
    open.push(opened);
    await house.until("the tab to hear", async () => resyncs.length > 0);
    return opened;
  }

  const positionOf = ({ keep }: Browser) => (keep.read("live") as { seq: number }).seq;

  it("brings news within a second, each once", async () => {
    const ada = await member("ada@example.com");
    const page = await tab(ada.view);
    await ada.makeNews(3);
    await house.until("three frames", async () => page.heard.length >= 3);
    assert.equal(page.heard.length, 3);
    assert.equal(page.resyncs.length, 1);
  });

  it("a line cut at random for many seconds: nothing lost, nothing doubled, all in order", async () => {
    const bob = await member("bob@example.com");
    const page = await tab(bob.view);
    const first = await bob.settled();
    const random = seededRandom("cuts");
    let isOver = false;
    const cutting = (async () => {
      while (!isOver) {
        await sleep(random() * 250);
        line.cut();
        if (random() < 0.15) {
          line.isDown = true;
          await sleep(random() * 500);
          line.isDown = false;
        }
      }
    })();
    for (let turn = 0; turn < 80 || line.connections <= 20; turn++) {
      await bob.makeNews();
      await sleep(random() * 60);
    }
    const last = await bob.settled();
    await house.until("the last frame", async () => positionOf(page.browser) >= last);
    isOver = true;
    await cutting;
    assert.deepEqual(
      page.heard,
      Array.from({ length: last - first }, (_, at) => first + 1 + at),
    );
    assert.equal(page.resyncs.length, 1, "no page had to load afresh");
  });

  it("tabs of one member share one connection; when the first closes, the next goes on without a gap", async () => {
    const cleo = await member("cleo@example.com");
    const shared = { remember: "session" } as const;
    const connections = line.connections;
    const tabs = [await tab(cleo.view, shared), await tab(cleo.view, shared), await tab(cleo.view, shared)];
    assert.equal(line.connections - connections <= 2, true, "one stream beside one preflight at most");
    await cleo.makeNews(5);
    const middle = await cleo.settled();
    await house.until("all tabs", async () => tabs.every(({ browser }) => positionOf(browser) === middle));
    tabs[0]?.close();
    await cleo.makeNews(5);
    const last = await cleo.settled();
    await house.until("the others", async () =>
      tabs.slice(1).every(({ browser }) => positionOf(browser) === last),
    );
    for (const { heard } of tabs.slice(1))
      assert.deepEqual(
        heard,
        [...heard].toSorted((a, b) => a - b),
      );
    for (const { heard } of tabs.slice(1)) assert.equal(new Set(heard).size, heard.length);
    for (const { heard } of tabs.slice(1)) assert.ok(heard.length >= 10, heard.join());
  });

  it("leaders that close at random: every tab hears everything once, in order", async () => {
    const dora = await member("dora@example.com");
    const shared = { remember: "session" } as const;
    const random = seededRandom("leaders");
    const tabs = [await tab(dora.view, shared)];
    const last = tabs[0]!;
    for (let turn = 0; turn < 6; turn++) {
      tabs.push(await tab(dora.view, shared));
      await dora.makeNews(1 + Math.floor(random() * 4));
      if (random() < 0.5) line.cut();
      tabs.shift()?.close();
      await dora.makeNews(2);
    }
    const seq = await dora.settled();
    assert.notEqual(tabs[0], last);
    await house.until("the tab that is left", async () => positionOf(tabs[0]!.browser) === seq);
    const { heard } = tabs[0]!;
    assert.deepEqual(
      heard,
      heard.map((_, at) => seq - heard.length + 1 + at),
    );
  });

  it("a network that holds streams back is asked for news instead", async () => {
    const eve = await member("eve@example.com");
    const asked: string[] = [];
    const holdingBack: typeof fetch = async (address, init) => {
      const accept = new Headers(init?.headers).get("accept") ?? "";
      if (new URL(address instanceof Request ? address.url : address).pathname === "/api/v1/stream")
        asked.push(accept);
      if (accept !== "text/event-stream") return fetch(address, init);
      return new Promise((_, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    };
    const page = await tab(eve.view, { fetch: holdingBack });
    await eve.makeNews(4);
    await house.until("what was asked for", async () => page.heard.length === 4);
    assert.equal(asked[0], "text/event-stream");
    assert.ok(asked.filter((accept) => accept === "application/json").length >= 2);
    await house.until("another try", async () =>
      asked.slice(1).some((accept) => accept === "text/event-stream"),
    );
  });

  it("an old token is replaced, and the stream goes on", async () => {
    const fay = await member("fay@example.com");
    const { browser, heard } = await tab(fay.view);
    browser.session.begin({ ...fay.view, accessToken: "old" });
    line.cut();
    await fay.makeNews(2);
    await house.until("the news", async () => heard.length === 2);
    assert.notEqual(browser.session.view?.accessToken, "old");
  });

  it("signing out ends it", async () => {
    const gil = await member("gil@example.com");
    let asked = 0;
    const counting: typeof fetch = (...request) => {
      asked++;
      return fetch(...request);
    };
    const page = await tab(gil.view, { fetch: counting });
    page.browser.session.end();
    const before = asked;
    await gil.makeNews(2);
    await gil.settled();
    line.cut();
    await sleep(300);
    assert.deepEqual(page.heard, []);
    assert.equal(asked, before);
  });

  it("the next page of a tab goes on where the last one was", async () => {
    const hal = await member("hal@example.com");
    const page = await tab(hal.view);
    await hal.makeNews(2);
    await house.until("two frames", async () => page.heard.length === 2);
    const kept = page.browser.keep.read("live");
    page.close();
    await hal.makeNews(3);
    const seq = await hal.settled();
    const next = connectBrowser({ url: line.url, key: site.keys.publishableKey, remember: "memory" });
    await next.session.known;
    next.keep.write("live", kept);
    next.session.begin(hal.view);
    const heard: number[] = [];
    const live = liveOf({
      url: line.url,
      key: site.keys.publishableKey,
      patience,
      session: next.session,
      keep: next.keep,
    });
    const leave = live.on(["member.changed"], ({ seq: number }) => heard.push(number));
    await house.until("what it missed", async () => positionOf(next) === seq);
    assert.equal(heard.length, 3);
    leave();
  });
});
