import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { z } from "zod";
import {
  backgroundTest,
  type BackgroundTest,
  noLoneProgram,
  silentLog,
} from "../../../../test/background.ts";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { useAddresses } from "../../../platform/addresses.ts";
import { type Background, startBackground } from "../../../platform/background.ts";
import { wallClock } from "../../../platform/clock.ts";
import { type Job, job } from "../../../platform/jobs/job.ts";
import { Bugs } from "../../../platform/alerts/bugs.ts";
import { CallMinutes } from "../../../platform/alerts/call-minutes.ts";
import { Metrics } from "../../../platform/metrics.ts";
import { useVideo } from "../../../platform/providers/video/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, hours, minutes, plus } from "../../../platform/time.ts";
import { schedulingModule } from "../module.ts";
import { Booking } from "../models/booking.ts";
import { buildBooking, buildMember, buildOpenHost } from "../testing.ts";
import { admitToRoom } from "./admit-to-room.ts";
import { cancel, move } from "./changes.ts";

describe("what happens by itself around a booking", () => {
  let database: TestDatabase;
  let test: BackgroundTest;
  let background: Background;
  let sandboxId: string;
  let start: Date;
  /** What was told, as `event after so many minutes`. */
  let told: string[];

  const listen = (event: "booking.reminder_due" | "booking.completed" | "slot.released"): Job =>
    job({
      name: `test.hear_${event.replace(".", "_")}`,
      on: [event],
      payload: z.object({ minutes: z.int().optional() }),
      run: async (scope, { minutes: offset }) => {
        const after = Math.round((scope.now.getTime() - start.getTime()) / minutes(1));
        told.push([event, offset, `after ${after}`].filter((part) => part !== undefined).join(" "));
      },
    });
  /** An event nobody here listens to. */
  const unheard = { fact: z.unknown(), recipients: () => [], frame: null, webhook: null };
  const listeners = (["booking.reminder_due", "booking.completed", "slot.released"] as const).map(listen);

  before(async () => {
    useAddresses({ apiUrl: "https://api.example.com" });
    useVideo({ admit: admitToRoom, connections: null, iceUrls: [], turnSecret: null });
    database = await testDatabase();
    test = await backgroundTest(database);
    background = startBackground({
      relayUrl: test.relayUrl,
      modules: [schedulingModule, { jobs: listeners, timers: [], events: { "member.created": unheard } }],
      scopes: test.scopes,
      loadTenant: test.loadTenant,
      targets: [],
      log: silentLog(),
      metrics: new Metrics(),
      bugs: new Bugs(),
      calls: new CallMinutes(),
      alertTargets: { webhookUrl: null, mailTo: null },
      loneProgram: noLoneProgram,
      concurrency: 4,
      doesWork: true,
    });
  });
  after(async () => {
    await background.stop();
    await test.close();
    await database.drop();
  });
  beforeEach(async () => {
    sandboxId = await test.addTenant(await test.addTenant());
    start = plus(wallClock(), hours(1));
    told = [];
  });

  const write = <Result>(work: (scope: Scope) => Promise<Result>) => test.within(sandboxId, work);
  /** A confirmed booking of an hour that starts so long after the start of the test. */
  const book = (afterMs: number, orderId: string | null = null) =>
    write(async (scope) => {
      const { offer } = await buildOpenHost(scope);
      const { id: clientId } = await buildMember(scope);
      return buildBooking(scope, offer, { clientId, startsAt: plus(start, afterMs), orderId });
    });
  const change = (id: string, work: (scope: Scope, booking: Booking) => Promise<unknown>) =>
    write(async (scope) => work(scope, (await scope.query(Booking).findOne({ id }).forUpdate())!));
  const advance = async (afterMs: number) => {
    const { failed, pending } = await background.advanceClock(sandboxId, plus(start, afterMs), 20_000);
    assert.deepEqual({ failed, pending }, { failed: 0, pending: 0 });
  };
  const orderId = "0195f000-0000-7000-8000-00000000aaaa";

  it("both are reminded a day, an hour and a quarter of an hour before, once each", async () => {
    await book(days(3), orderId);
    await advance(days(10));
    assert.deepEqual(told, [
      `booking.reminder_due 1440 after ${2 * 1440}`,
      `booking.reminder_due 60 after ${3 * 1440 - 60}`,
      `booking.reminder_due 15 after ${3 * 1440 - 15}`,
    ]);
  });

  it("a booking made shortly before has only the reminders still to come", async () => {
    // The test starts in an hour, so this is in three quarters of one.
    await book(-minutes(15), orderId);
    await advance(days(1));
    assert.deepEqual(told, ["booking.reminder_due 15 after -30"]);
  });

  it("moved, its old reminders are not sent and the new ones are", async () => {
    const { id } = await book(days(3), orderId);
    await advance(days(2.5));
    await change(id, (scope, booking) => move(scope, booking, plus(start, days(5))));
    await advance(days(10));
    assert.deepEqual(told, [
      `booking.reminder_due 1440 after ${2 * 1440}`,
      `booking.reminder_due 1440 after ${4 * 1440}`,
      `booking.reminder_due 60 after ${5 * 1440 - 60}`,
      `booking.reminder_due 15 after ${5 * 1440 - 15}`,
    ]);
  });

  it("cancelled, nothing is sent any more", async () => {
    const { id } = await book(days(3), orderId);
    await change(id, (scope, booking) => cancel(scope, booking, { by: "client", reason: null }));
    await advance(days(10));
    assert.deepEqual(told, []);
  });

  it("one that nobody sold counts as held an hour after its end; one with an order is left to it", async () => {
    const { id: governed } = await book(days(1), orderId);
    const { id } = await book(days(1));
    await advance(days(3));
    assert.deepEqual(
      told.filter((line) => line.startsWith("booking.completed")),
      [`booking.completed after ${1440 + 120}`],
    );
    const states = await write(
      async (scope) => await scope.query(Booking).whereIn("id", [governed, id]).orderBy("state"),
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ["completed", "confirmed"],
    );
  });
});
