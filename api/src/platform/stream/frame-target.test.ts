import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import pg from "pg";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { wallClock } from "../clock.ts";
import { inTransaction } from "../db/transaction.ts";
import { newId } from "../ids.ts";
import { frameChannel, frameTarget, type ToldEvent } from "./frame-target.ts";

interface Said {
  readonly to: readonly string[];
}

describe("frames of a batch", () => {
  let database: TestDatabase;
  let relay: pg.Pool;
  let ears: pg.Client;
  const heard: (ToldEvent | null)[] = [];
  const target = frameTarget([
    {
      events: {
        "test.said": {
          recipients: ({ to }: Said) => to,
          frame: { present: async (_scope: unknown, fact: Said) => fact },
        },
        "test.kept_quiet": { recipients: ({ to }: Said) => to, frame: null },
      } as never,
    },
  ]);
  const said = (tenantId: string, to: readonly string[], name = "test.said") => ({
    tenantId,
    id: newId(wallClock()),
    name,
    fact: { to },
    happenedAt: wallClock(),
  });
  const write = (...events: ReturnType<typeof said>[]) =>
    inTransaction(relay, (client) => target.write(client, events));
  /** Each frame as it stands: whose it is, its number and its event. */
  const frames = async () => {
    const { rows } = await relay.query<{ frame: string }>(
      "select concat_ws(' ', tenant_id, member_id, seq, event_id) as frame from stream_frames order by tenant_id, member_id, seq",
    );
    return rows.map(({ frame }) => frame);
  };
  /** Everything that was told by now, in the same form. */
  const told = async () => {
    await ears.query("select");
    return heard
      .flatMap((event) => {
        const parts = event?.frames.split(",") ?? [];
        return parts.flatMap((member, at) =>
          at % 2 === 0 ? [`${event?.tenantId} ${member} ${parts[at + 1]} ${event?.eventId}`] : [],
        );
      })
      .toSorted();
  };

  before(async () => {
    database = await testDatabase();
    relay = new pg.Pool({ connectionString: database.url("app_relay"), max: 1 });
    // The database is dropped while a connection may still be on its way out.
    relay.on("error", () => undefined);
    ears = new pg.Client({ connectionString: database.url("app_relay") });
    await ears.connect();
    ears.on("notification", ({ payload }) => {
      heard.push(payload ? (JSON.parse(payload) as ToldEvent) : null);
    });
    await ears.query(`listen ${frameChannel}`);
  });
  beforeEach(async () => {
    await relay.query("delete from stream_frames");
    heard.length = 0;
  });
  after(async () => {
    await ears.end();
    await relay.end();
    await database.drop();
  });

  it("numbers each member's frames in the order of the batch, from batch to batch, apart in every tenant", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const [ada, bob, cleo] = [randomUUID(), randomUUID(), randomUUID()];
    const first = [said(one, [ada, bob]), said(one, [ada, ada]), said(other, [ada])];
    await write(...first);
    const second = [said(one, [cleo, ada]), said(one, [bob, cleo])];
    await write(...second);
    const expected = [
      [one, ada, 1, first[0]?.id],
      [one, bob, 1, first[0]?.id],
      [one, ada, 2, first[1]?.id],
      [other, ada, 1, first[2]?.id],
      [one, cleo, 1, second[0]?.id],
      [one, ada, 3, second[0]?.id],
      [one, bob, 2, second[1]?.id],
      [one, cleo, 2, second[1]?.id],
    ];
    assert.deepEqual((await frames()).toSorted(), expected.map((frame) => frame.join(" ")).toSorted());
  });

  it("tells whose frames there are and their numbers, of many in several parts", async () => {
    const tenantId = randomUUID();
    const everybody = Array.from({ length: 1000 }, () => randomUUID());
    await write(said(tenantId, everybody.slice(0, 500)));
    await write(said(tenantId, everybody), said(tenantId, everybody.slice(0, 1)));
    assert.equal((await frames()).length, 1501);
    assert.deepEqual(await told(), (await frames()).toSorted());
  });

  it("of thousands tells only that they are there", async () => {
    const tenantId = randomUUID();
    const everybody = Array.from({ length: 2501 }, () => randomUUID());
    await write(said(tenantId, everybody), said(tenantId, everybody));
    assert.equal((await frames()).length, 5002);
    assert.deepEqual(await told(), []);
    assert.deepEqual(heard, [null]);
  });

  it("nothing is told of a batch that was rolled back, nor of events without frames or recipients", async () => {
    const tenantId = randomUUID();
    await assert.rejects(
      inTransaction(relay, async (client) => {
        await target.write(client, [said(tenantId, [randomUUID()])]);
        throw new Error("Another target failed.");
      }),
    );
    await write(said(tenantId, [randomUUID()], "test.kept_quiet"), said(tenantId, []));
    assert.deepEqual(await frames(), []);
    assert.deepEqual(await told(), []);
    assert.deepEqual(heard, []);
  });

  it("keeps what was announced once, however many hear of it", async () => {
    const tenantId = randomUUID();
    const event = said(tenantId, [randomUUID(), randomUUID()]);
    await write(event);
    const { rows } = await relay.query("select id, name, fact from stream_events where tenant_id = $1", [
      tenantId,
    ]);
    assert.deepEqual(rows, [{ id: event.id, name: event.name, fact: event.fact }]);
  });
});
