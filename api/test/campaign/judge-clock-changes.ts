// Judges the slot engine under the time zone this process runs in (TZ), and prints one line of JSON: a `Verdict`.
// Arguments: the URL of a PostgreSQL, and the zones to judge, apart by commas.
import pg from "pg";
import { openTime } from "../../src/modules/scheduling/rules/availability.ts";
import { findSlots } from "../../src/modules/scheduling/rules/slots.ts";

import { minutes, days, normaliseZone, weekdayOf, dayOf } from "../../src/platform/time.ts";
import {
  awkwardHours,
  type ClockChangeCase,
  clockChangeCases,
  plainHours,
  type Verdict,
} from "./clock-changes.ts";

const [databaseUrl = "", zones = ""] = process.argv.slice(2);
const serverZone = process.env["TZ"] ?? "";
if (
  new Intl.DateTimeFormat().resolvedOptions().timeZone !==
  new Intl.DateTimeFormat("en", { timeZone: serverZone }).resolvedOptions().timeZone
) {
  throw new Error(`This process does not run under TZ=${serverZone}.`);
}

const cases = zones
  .split(",")
  .flatMap((zone) => [...clockChangeCases(zone, plainHours), ...clockChangeCases(zone, awkwardHours)]);
const postgres = await askPostgres(cases.filter(({ plain }) => plain));
const plain = cases.filter((one) => one.plain);
const verdict: Verdict = {
  serverZone,
  judgedByBoth: plain.length,
  judgedByTemporal: cases.length - plain.length,
  wrong: cases.filter((one) => !isRight(one)).map(nameOf),
  oraclesDisagree: plain
    .filter(({ start, end }, at) => postgres[at]!.start !== start || postgres[at]!.end !== end)
    .map(nameOf),
};
console.log(JSON.stringify(verdict));

/** Asks for the hours in three ways, as a date's own, as a weekly rule and as slots of half an hour, and compares each with the truth. */
function isRight({ zone, date, startMinute, endMinute, start, end }: ClockChangeCase): boolean {
  const [from, until] = [start - days(1), Math.max(start, end) + days(1)];
  const hours = [{ startMinute, endMinute }];
  const once = { zone: normaliseZone(zone) ?? zone, rules: [], overrides: [{ date, hours }] };
  const weekly = {
    zone,
    rules: [{ weekday: weekdayOf(dayOf(date)), startMinute, endMinute, validFrom: date, validUntil: date }],
  };
  const expected = start < end ? [start, end] : [];
  const spans = [once, weekly].map((availability) => {
    const open = openTime(availability, from, until);
    return open.starts.flatMap((opens, at) => [opens, open.ends[at]!]);
  });
  const shape = { lengthMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const starts = findSlots({ availability: once, busy: [], shape, now: 0 }, from, until);
  const count = Math.max(0, Math.floor((end - start) / minutes(30)));
  return (
    spans.every((found) => found.join() === expected.join()) &&
    starts.length === count &&
    starts.every((slot, at) => slot === start + at * minutes(30))
  );
}

async function askPostgres(asked: readonly ClockChangeCase[]): Promise<{ start: number; end: number }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The session runs under the server zone as well: an answer must not depend on that either.
    await client.query("select set_config('TimeZone', $1, false)", [serverZone]);
    const { rows } = await client.query<{ start: string; end: string }>(
      `select extract(epoch from (d + make_interval(mins => s)) at time zone z) * 1000 as start,
              extract(epoch from (d + make_interval(mins => e)) at time zone z) * 1000 as end
         from unnest($1::text[], $2::timestamp[], $3::int[], $4::int[]) with ordinality as asked (z, d, s, e, n) order by n`,
      [
        asked.map(({ zone }) => normaliseZone(zone)),
        asked.map(({ date }) => date),
        asked.map(({ startMinute }) => startMinute),
        asked.map(({ endMinute }) => endMinute),
      ],
    );
    return rows.map(({ start, end }) => ({ start: Number(start), end: Number(end) }));
  } finally {
    await client.end();
  }
}

function nameOf({ zone, date, startMinute, endMinute }: ClockChangeCase): string {
  return `${zone} ${date} ${startMinute}-${endMinute}`;
}
