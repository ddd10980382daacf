import { TestHouse } from "../api/test/house.ts";
import { buildCoach, completeQuiz } from "../api/src/modules/matching/testing.ts";
import { changeProfile } from "../api/src/modules/people/profile/change-profile.ts";
import { type BenchRow } from "./slots.ts";

const coaches = 1000;
const atOnce = 50;
const mostTexts = 200;
const turns = 10;
const mostMs = 200;

/**
 * What somebody waits for who asks for their matches among 1,000 coaches, through the whole server, when no answer was kept or
 * prepared: right after a coach changed their profile, so that everybody is read anew, and otherwise. Profiles' texts were compared
 * before, as a job does where one works.
 */
export async function measureMatchRequest(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  try {
    const site = await house.site("Bench", { tenancy: { limits: { visitorsPerMinute: 100_000 } } });
    let coachId = "";
    for (let made = 0; made < coaches; made += atOnce)
      await house.within(site.live, async (scope) => {
        for (let nth = made; nth < made + atOnce; nth += 1)
          ({ id: coachId } = await buildCoach(scope, {
            priceMinor: 3000 + nth * 10,
            expertise: [`Topic ${nth % 97}`, "Career"],
          }));
      });
    let asker = 0;
    const ask = async (): Promise<number> => {
      asker += 1;
      const answers = completeQuiz({ goal: `Change my career, way ${asker}` });
      const saved = await house.call("people.saveAnswers", { answers }, { headers: site.visitor });
      const headers = { ...site.visitor, "Tessera-Visitor": String(saved.headers["tessera-visitor"]) };
      const began = performance.now();
      const { items, cached } = await house.ok<{ items: object[]; cached: boolean }>(
        "matching.matchPeople",
        {},
        { headers },
      );
      if (items.length !== 10 || cached) throw new Error("These are no ten people found just now.");
      return performance.now() - began;
    };
    for (let turn = 0; turn <= coaches / mostTexts; turn += 1) await ask();
    const times = { anew: Infinity, kept: Infinity };
    for (let turn = 0; turn < turns; turn += 1) {
      await house.within(site.live, (scope) => changeProfile(scope, coachId, { headline: `Coach, ${turn}` }));
      times.anew = Math.min(times.anew, await ask());
      times.kept = Math.min(times.kept, await ask());
    }
    return [row("everybody read anew", times.anew), row("as a process goes on", times.kept)];
  } finally {
    await house.close();
  }
}

const row = (when: string, ms: number): BenchRow => ({
  what: `matching: a request among 1,000 coaches, nothing kept, ${when}`,
  budget: `<= ${mostMs} ms`,
  floor: `${mostMs} ms`,
  measured: `${Math.round(ms)} ms`,
  ratio: mostMs / ms,
  anchor: "the budget itself",
});

if (import.meta.main) console.table(await measureMatchRequest());
