import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Logger, run } from "graphile-worker";
import pg from "pg";
import { testDatabase } from "../../../test/database.ts";

const database = await testDatabase();
after(() => database.drop());

test("the relay adds jobs and runs them", async () => {
  const pool = new pg.Pool({ connectionString: database.url("app_relay"), max: 4 });
  const greeted = Promise.withResolvers<unknown>();
  const runner = await run({
    pgPool: pool,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { greet: (payload) => greeted.resolve(payload) },
  });
  await pool.query(`
    select graphile_worker.add_jobs(array[
      ('greet', '{"name":"Ada"}', null, null, null, 'key', null, null)::graphile_worker.job_spec])`);
  assert.deepEqual(await greeted.promise, { name: "Ada" });
  await runner.stop();
  await pool.query("select graphile_worker.force_unlock_workers(array['nobody'])");
  await pool.end();
});

test("refused: a request that reaches for the job queue", async () => {
  const client = new pg.Client({ connectionString: database.url("app_rt") });
  await client.connect();
  await assert.rejects(client.query("select graphile_worker.add_job('greet')"), { code: "42501" });
  await assert.rejects(client.query("select from graphile_worker.jobs"), { code: "42501" });
  await client.end();
});
