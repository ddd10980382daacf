import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { type SignedIn, TestHouse, type TestSite } from "../../../test/house.ts";

interface Received {
  readonly id: number | null;
  readonly event: string;
  readonly data: string;
}

/** Reads a stream as a page does. */
class Page {
  readonly received: Received[] = [];
  isOpen = true;
  readonly #abort = new AbortController();

  async open(url: string, headers: Record<string, string>, since?: number): Promise<this> {
    const response = await fetch(`${url}/api/v1/stream${since === undefined ? "" : `?since=${since}`}`, {
      headers: { ...headers, accept: "text/event-stream" },
      signal: this.#abort.signal,
    });
    assert.equal(response.status, 200);
    void this.#read(response.body!)
      .catch(() => undefined)
      .finally(() => (this.isOpen = false));
    return this;
  }

  close(): void {
    this.#abort.abort();
  }

  frames(name: string): Received[] {
    return this.received.filter(({ event }) => event === name);
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = "";
    for await (const chunk of body.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (fields["event"])
          this.received.push({
            id: Number(fields["id"] ?? Number.NaN),
            event: fields["event"],
            data: fields["data"],
          });
      }
    }
  }
}

describe("the stream", () => {
  let house: TestHouse;
  let site: TestSite;
  let ada: SignedIn;
  let bob: SignedIn;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    ada = await site.signIn("ada@example.com");
    bob = await site.signIn("bob@example.com");
  });
  after(() => house.close());

  const rename = (person: SignedIn, name: string) =>
    house.ok("identity.updateMe", { name }, { headers: person.headers });
  const seqs = (page: Page) => page.frames("member.changed").map(({ id }) => id);
  /** Everything announced so far has been numbered. */
  const settle = async (person: SignedIn) => {
    const page = await new Page().open(house.house.url, person.headers);
    await rename(person, `settled ${performance.now()}`);
    await house.until("a settled stream", async () => page.frames("member.changed").length > 0);
    page.close();
  };

  it("401 without a member's token; 400 a number that is none; 405 another method", async () => {
    const get = (headers: Record<string, string>, query = "") =>
      fetch(`${house.house.url}/api/v1/stream${query}`, { headers });
    assert.equal((await get(site.visitor)).status, 401);
    assert.equal((await get(site.server)).status, 401);
    assert.equal((await get(ada.headers, "?since=-1")).status, 400);
    assert.equal(
      (await fetch(`${house.house.url}/api/v1/stream`, { method: "POST", headers: ada.headers })).status,
      405,
    );
  });

  it("brings a member's own frames, numbered without a gap, and nobody else's", async () => {
    await settle(ada);
    const page = await new Page().open(house.house.url, ada.headers);
    await house.until("the stream to open", async () => page.frames("ready").length > 0);
    for (let turn = 0; turn < 5; turn += 1) await rename(ada, `Ada ${turn}`);
    await rename(bob, "Bob the second");
    await house.until("five frames", async () => seqs(page).length === 5);
    const [first = 0] = seqs(page) as number[];
    assert.deepEqual(seqs(page), [first, first + 1, first + 2, first + 3, first + 4]);
    page.close();
  });

  it("catches up from a number without loss or repeat; the list says the same", async () => {
    await settle(ada);
    const page = await new Page().open(house.house.url, ada.headers);
    await house.until("the stream to open", async () => page.frames("ready").length > 0);
    const from = page.frames("ready")[0]!.id!;
    page.close();
    for (let turn = 0; turn < 4; turn += 1) await rename(ada, `Away ${turn}`);
    await settle(ada);
    const back = await new Page().open(house.house.url, ada.headers, from);
    await house.until("what was missed", async () => seqs(back).length === 5);
    assert.deepEqual(
      seqs(back),
      [1, 2, 3, 4, 5].map((step) => from + step),
    );
    back.close();
    const listed = (await (
      await fetch(`${house.house.url}/api/v1/stream?since=${from}`, {
        headers: { ...ada.headers, accept: "application/json" },
      })
    ).json()) as { frames: { seq: number }[]; seq: number; resync: boolean };
    assert.deepEqual(
      listed.frames.map(({ seq }) => seq),
      seqs(back),
    );
    assert.equal(listed.resync, false);
  });

  it("a page that has heard of nothing yet misses not even the first", async () => {
    const dana = await site.signIn("dana@example.com");
    const page = await new Page().open(house.house.url, dana.headers, 0);
    await rename(dana, "Dana the first");
    await house.until("everything from the first on", async () => seqs(page).length > 0);
    assert.equal(page.received.find(({ event }) => event !== "ready")?.id, 1);
    page.close();
  });

  it("a frame that nobody told of comes before those that were told of after it", async () => {
    await settle(ada);
    const pages = await Promise.all([1, 2].map(() => new Page().open(house.house.url, ada.headers)));
    await house.until("both to open", async () => pages.every((page) => page.frames("ready").length > 0));
    const from = pages[0]!.frames("ready")[0]!.id!;
    const relay = new pg.Client({ connectionString: house.database.url("app_relay") });
    await relay.connect();
    await relay.query(
      `with last as (
         select f.tenant_id, f.member_id, e.name, e.fact from stream_frames f
         join stream_events e on e.tenant_id = f.tenant_id and e.id = f.event_id
         where f.tenant_id = $1 and f.member_id = $3 and f.seq = $2
       ), again as (
         insert into stream_events (tenant_id, id, name, fact) select tenant_id, gen_random_uuid(), name, fact from last
         returning tenant_id, id
       ), counted as (
         update stream_cursors c set last_seq = last_seq + 1 from last
         where c.tenant_id = last.tenant_id and c.member_id = last.member_id returning c.member_id, c.last_seq
       )
       insert into stream_frames (tenant_id, member_id, seq, event_id)
       select tenant_id, member_id, last_seq, id from again, counted`,
      [site.live.id, from, ada.memberId],
    );
    await relay.end();
    await rename(ada, "Ada after the quiet one");
    await house.until("both frames", async () => pages.every((page) => seqs(page).length === 2));
    for (const page of pages) {
      assert.deepEqual(seqs(page), [from + 1, from + 2]);
      page.close();
    }
  });

  it("tells a page that counts from elsewhere to start over", async () => {
    const page = await new Page().open(house.house.url, ada.headers, 1_000_000);
    await house.until("a resync", async () => page.frames("resync").length > 0);
    page.close();
  });

  it("two pages of one member hear the same", async () => {
    await settle(ada);
    const pages = await Promise.all([1, 2].map(() => new Page().open(house.house.url, ada.headers)));
    await house.until("both to open", async () => pages.every((page) => page.frames("ready").length > 0));
    await rename(ada, "Ada twice");
    await house.until("both to hear", async () => pages.every((page) => seqs(page).length === 1));
    assert.deepEqual(seqs(pages[0]!), seqs(pages[1]!));
    for (const page of pages) page.close();
  });

  it("ends within seconds of the session", async () => {
    const cleo = await site.signIn("cleo@example.com");
    const page = await new Page().open(house.house.url, cleo.headers);
    await house.until("the stream to open", async () => page.frames("ready").length > 0);
    await house.ok("identity.signOut", {}, { headers: cleo.headers });
    await house.until("the stream to end", async () => !page.isOpen);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
