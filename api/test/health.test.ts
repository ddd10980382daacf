import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import supertest from "supertest";
import { testCluster } from "./cluster.ts";
import { TestHouse } from "./house.ts";

let house: TestHouse;
let outside: pg.Client;

before(async () => {
  house = await TestHouse.open();
  const { adminUrl } = await testCluster();
  outside = new pg.Client({ connectionString: adminUrl });
  await outside.connect();
});
after(async () => {
  await outside?.end();
  await house?.close();
});

interface Told {
  readonly status: string;
  readonly db: string;
}

test("503 while the database is away, though the process lives; 200 again by itself", async () => {
  const name = new URL(house.database.adminUrl).pathname.slice(1);
  const look = async () => {
    const { status, body } = await supertest(house.house.url).get("/health");
    const { status: said, db } = body as Told;
    return `${status} ${said} ${db}`;
  };
  const becomes = (wanted: string) =>
    house.until(wanted, async () => ((await look()) === wanted ? true : undefined), 30_000);

  await becomes("200 up up");
  await outside.query(`alter database "${name}" allow_connections false`);
  await outside.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  await becomes("503 down down");
  assert.equal((await supertest(house.house.url).get("/health/live")).status, 200);
  assert.equal((await supertest(house.house.url).get("/health/ready")).status, 503);

  await outside.query(`alter database "${name}" allow_connections true`);
  await becomes("200 up up");
});
