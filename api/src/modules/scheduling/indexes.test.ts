import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { BusySpan } from "./models/busy-span.ts";
import { Booking } from "./models/booking.ts";
import { Hold } from "./models/hold.ts";
import { buildMember, buildOpenHost } from "./testing.ts";

const now = new Date("2026-03-01T00:00:00Z");

describe("indexes, under row security", () => {
  let house: TestHouse;
  let site: TestSite;
  let admin: pg.Client;
  let hostId: string;
  let clientId: string;
  let offerId: string;
  let busierId: string;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    await house.within(site.live, async (scope) => {
      const { host, offer } = await buildOpenHost(scope);
      [hostId, offerId, clientId] = [host.id, offer.id, (await buildMember(scope)).id];
      busierId = (await buildOpenHost(scope)).host.id;
    });
    await admin.query(bookings, [site.live.id, hostId, clientId, offerId, now, busierId]);
    await admin.query(spans, [site.live.id, hostId, now]);
    await admin.query(holds, [site.live.id, hostId, offerId, now]);
    await admin.query("analyze bookings, busy_spans, holds");
  });
  after(async () => {
    await admin.end();
    await house.close();
  });

  const planOf = async (explain: (scope: Scope) => Promise<object[]>): Promise<string> =>
    JSON.stringify(await house.within(site.live, explain));

  it("find a client's and a host's bookings in their order", async () => {
    const ofClient = await planOf(
      (scope) => scope.read`
        explain select * from ${Booking} b where b.client_id = ${clientId} order by b.starts_at, b.id limit 21`,
    );
    assert.match(ofClient, /Index.* using bookings_client/);
    assert.doesNotMatch(ofClient, /Sort/);
    const ofHost = await planOf(
      (scope) => scope.read`
        explain select * from ${Booking} b
        where b.host_id = ${hostId} and (b.starts_at, b.id) > (${now}, ${clientId}::uuid)
        order by b.starts_at, b.id limit 21`,
    );
    assert.match(ofHost, /Index.* using bookings_host/);
    assert.match(ofHost, /Index Cond.*ROW\(starts_at, id\)/);
  });

  it("find what is taken of a host's time, and nothing that is over", async () => {
    const plan = await planOf(
      (scope) => scope.read`
        explain select * from ${BusySpan} b
        where b.resource_id = any(${[hostId]}::uuid[]) and b.busy_until > ${now} and b.busy_from < ${now}`,
    );
    assert.match(plan, /busy_spans_resource/);
    assert.match(plan, /Index Cond.*busy_until >/);
  });

  it("find what a visitor or network keeps, and what has run out at a host", async () => {
    const kept = await planOf(
      (scope) => scope.read`
        explain select count(*) from ${Hold} h
        where (h.visitor_id = ${clientId} or h.ip_key = ${"network 7"}) and h.held_at > ${now}`,
    );
    assert.match(kept, /holds_visitor/);
    assert.match(kept, /holds_ip/);
    const over = await planOf(
      (scope) => scope.read`
        explain select * from ${Hold} h where h.host_id = ${hostId} and h.state = 'live' and h.expires_at <= ${now}`,
    );
    assert.match(over, /holds_live/);
  });
});

// A year of a busy site: most rows are somebody else's or over.
const bookings = `
  insert into bookings (tenant_id, id, host_id, client_id, offer_id, state, title, minutes, amount_minor, currency,
    buffer_before_minutes, buffer_after_minutes, starts_at, ends_at, host_zone, created_at, updated_at)
  select $1, gen_random_uuid(), case when i % 40 = 0 then $2::uuid else $6::uuid end,
    case when i % 50 = 0 then $3::uuid else gen_random_uuid() end, $4, 'completed',
    'Talk', 60, 0, 'EUR', 0, 0, $5::timestamptz + i * interval '1 hour', $5::timestamptz + (i + 1) * interval '1 hour', 'UTC', $5, $5
  from generate_series(1, 8000) i`;

const spans = `
  insert into busy_spans (tenant_id, resource_id, booking_id, busy_from, busy_until, state, created_at, updated_at)
  select $1, case when i % 50 = 0 then $2::uuid else gen_random_uuid() end, gen_random_uuid(),
    $3::timestamptz - i * interval '1 hour', $3::timestamptz - (i - 1) * interval '1 hour', 'confirmed', $3, $3
  from generate_series(1, 8000) i`;

const holds = `
  insert into holds (tenant_id, id, host_id, offer_id, visitor_id, ip_key, title, minutes, amount_minor, currency,
    buffer_before_minutes, buffer_after_minutes, starts_at, ends_at, host_zone, held_at, expires_at, state)
  select $1, gen_random_uuid(), $2, $3, gen_random_uuid(), 'network ' || i, 'Talk', 60, 0, 'EUR', 0, 0, $4,
    $4::timestamptz + interval '1 hour', 'UTC', $4, $4, case when i % 100 = 0 then 'live' else 'expired' end
  from generate_series(1, 8000) i`;
