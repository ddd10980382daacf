import { addAccount, hashPassword } from "../../src/modules/identity/index.ts";
import { Membership } from "../../src/modules/identity/models/membership.ts";
import { wallClock } from "../../src/platform/clock.ts";
import { newId } from "../../src/platform/ids.ts";
import { openOperatorTask, OperatorTask } from "../../src/platform/operator-tasks.ts";
import { noTenant } from "../../src/platform/scope/tenant.ts";
import { type TestHouse, type TestSite } from "../house.ts";
import { type Headers } from "./callers.ts";
import { linkMailedTo } from "./mail-links.ts";
import { type Ok } from "./world.ts";

/** Who else is of the team or was asked to be, and a job that waits for the team's decision. */
export async function teamRows(
  house: TestHouse,
  { site, word, ok, staff }: { site: TestSite; word: string; ok: Ok; staff: Headers },
) {
  const invite = (email: string) => ok("identity.createInvitation", { email, staffRole: "guest" }, staff);
  const { id } = await invite(`awaited@${word}.example`);
  await invite(`joining@${word}.example`);
  const link = /\/invitation#([\w.-]+)/;
  return {
    ids: {
      colleague: await addColleague(house, site, word),
      invitation: id,
      failedJob: await failedJob(house, site),
    },
    tokens: { invitation: await linkMailedTo(house, site, `joining@${word}.example`, link) },
  };
}

/** The operator task of a job that failed for good. */
function failedJob(house: TestHouse, site: TestSite): Promise<string> {
  const subjectId = newId(wallClock());
  return house.within(site.live, async (scope) => {
    const params = { job: "test.fail", key: `${site.live.id}:${subjectId}:test.fail`, attempts: 10 };
    await openOperatorTask(scope, { kind: "jobs.failed", subjectId, params });
    const task = await scope.query(OperatorTask).findOne({ subjectId });
    return task!.id;
  });
}

/** A second person of the team, without the mail that brings one. */
async function addColleague(house: TestHouse, site: TestSite, word: string): Promise<string> {
  const passwordHash = await hashPassword("pepper-lantern-83");
  const email = `colleague@${word}.example`;
  const account = await house.within(noTenant, (scope) =>
    addAccount(scope, { email, name: `Colleague ${word}`, passwordHash }),
  );
  await house.within(site.live, async (scope) => {
    await scope
      .query(Membership)
      .insert({ accountId: account!.id, staffRole: "member", granted: [], denied: [] });
  });
  return account!.id;
}
