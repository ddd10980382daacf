import { type Found, foundOf } from "./matching-columns.ts";
import { type Fits, type Person, tooExpensive, type Wanted, weights } from "./matching-scenario.ts";

/** The ten best the way it is usually written: a score object for everybody, sorted. */
export const findPlainly = (everybody: readonly Person[], wanted: Wanted, count: number): Found[] =>
  everybody
    .map((person, at) => ({ at, ...scored(fitsOf(person, wanted)) }))
    .sort((a, b) => b.tenths - a.tenths || a.at - b.at)
    .slice(0, count)
    .map(({ at, tenths, parts }) => foundOf(at, tenths, parts));

function fitsOf(person: Person, wanted: Wanted): Fits {
  return {
    skills: wanted.skills.filter((skill) => person.skills.includes(skill)).length / wanted.skills.length,
    hours: wanted.hours.filter((hour) => person.hours.includes(hour)).length / wanted.hours.length,
    languages: wanted.languages.some((language) => person.languages.includes(language)) ? 1 : 0,
    rating: (person.rating - 1) / 4,
    price:
      person.price <= wanted.price
        ? 1
        : Math.max(0, (tooExpensive - person.price / wanted.price) / (tooExpensive - 1)),
  };
}

function scored(fits: Fits): { tenths: number; parts: Fits } {
  const names = Object.keys(weights) as (keyof Fits)[];
  const parts = Object.fromEntries(names.map((name) => [name, weights[name] * fits[name]])) as Fits;
  return { tenths: Math.round(names.reduce((sum, name) => sum + parts[name], 0) * 10), parts };
}
