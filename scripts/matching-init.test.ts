import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { buildCoach } from "../api/src/modules/matching/testing.ts";
import { TestHouse } from "../api/test/house.ts";

const run = promisify(execFile);
const script = join(import.meta.dirname, "matching-init.ts");

let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: false });
});
after(() => house.close());

test("every listed profile of every site gets a vector, and the second run has nothing to do", async () => {
  const { adminUrl: DATABASE_URL, secret: TESSERA_SECRET } = house.database;
  const init = () =>
    run(process.execPath, [script], { env: { ...process.env, DATABASE_URL, TESSERA_SECRET } });
  const sites = [await house.site(), await house.site()];
  for (const site of sites) {
    for (const isListed of [true, true, false])
      await house.within(site.live, (scope) => buildCoach(scope, { isListed }));
  }
  assert.match((await init()).stdout, /4 profiles got a vector\.\n$/);
  assert.equal((await init()).stdout, "Every listed profile has its vector.\n");
});
