import type pg from "pg";
import { type Found, foundOf } from "./matching-columns.ts";
import {
  type Fits,
  languages,
  type Person,
  skills,
  tooExpensive,
  type Wanted,
  weights,
} from "./matching-scenario.ts";

const bits = <Item>(all: readonly Item[], some: readonly Item[]): string =>
  all.map((one) => (some.includes(one) ? "1" : "0")).join("");

const hoursOfWeek = Array.from({ length: 168 }, (_, hour) => hour);

/** A table in the form that was the quickest of those tried: sets as bit strings. */
export async function fillTable(client: pg.Client, people: readonly Person[]): Promise<void> {
  await client.query(`
    drop table if exists bench_people;
    create unlogged table bench_people (at integer primary key, skills bit(256), hours bit(168), languages bit(12),
      rating double precision, price double precision)`);
  for (let from = 0; from < people.length; from += 5000) {
    const some = people.slice(from, from + 5000);
    await client.query(
      `insert into bench_people
       select a, s::bit(256), h::bit(168), l::bit(12), r, p
       from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[]) as t(a, s, h, l, r, p)`,
      [
        some.map((_, at) => from + at),
        some.map((person) => bits(skills, person.skills)),
        some.map((person) => bits(hoursOfWeek, person.hours)),
        some.map((person) => bits(languages, person.languages)),
        some.map(({ rating }) => rating),
        some.map(({ price }) => price),
      ],
    );
  }
  await client.query("vacuum analyze bench_people");
}

/** The ten best in one statement. */
export async function findInSql(client: pg.Client, wanted: Wanted, count: number): Promise<Found[]> {
  const { rows } = await client.query<Fits & { at: number; tenths: number }>({
    name: "best",
    text: `
      select at, floor((skills + hours + languages + rating + price) * 10 + 0.5)::int as tenths,
        skills, hours, languages, rating, price
      from (
        select at,
          ${weights.skills} * (bit_count(skills & $1::text::bit(256)) / $2::float8) as skills,
          ${weights.hours} * (bit_count(hours & $3::text::bit(168)) / $4::float8) as hours,
          ${weights.languages} * (case when bit_count(languages & $5::text::bit(12)) > 0 then 1 else 0 end)::float8 as languages,
          ${weights.rating} * ((rating - 1) / 4) as rating,
          ${weights.price} * (case when price <= $6 then 1
            else greatest(0, (${tooExpensive} - price / $6) / (${tooExpensive} - 1)) end) as price
        from bench_people
      ) scored
      order by tenths desc, at limit $7`,
    values: [
      bits(skills, wanted.skills),
      wanted.skills.length,
      bits(hoursOfWeek, wanted.hours),
      wanted.hours.length,
      bits(languages, wanted.languages),
      wanted.price,
      count,
    ],
  });
  return rows.map(({ at, tenths, skills: s, hours, languages: l, rating, price }) =>
    foundOf(at, tenths, { skills: s, hours, languages: l, rating, price }),
  );
}
