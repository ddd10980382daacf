import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "./house.ts";
import { SmtpSink } from "./smtp-sink.ts";

let house: TestHouse;
let site: TestSite;
let admin: pg.Client;
let port: number;
let sink: SmtpSink | undefined;

before(async () => {
  const first = await SmtpSink.start();
  port = first.port;
  await first.stop();
  house = await TestHouse.open({ variables: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  site = await house.site();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin?.end();
  await house?.close();
  await sink?.stop();
  // The attempts that failed are told, of five, and nothing else.
  assert.ok(house.bugs.every((line) => line.includes('"of":5,"message":"A job failed."')));
});

test("200 people sign up while no mail goes out; the mail comes once, when it can", async () => {
  const email = "patient@mail.example";
  const { status } = await house.call(
    "identity.signUp",
    { email, password: "tulip-anvil-47", name: "Pat Ient" },
    { headers: site.visitor },
  );
  assert.equal(status, 200);
  await house.until("a first attempt", async () => {
    const { rows } = await admin.query("select 1 from graphile_worker._private_jobs where attempts > 0");
    return rows.length > 0;
  });
  sink = await SmtpSink.start(port);
  const sent = () => sink?.mails.filter(({ to }) => to === email) ?? [];
  await house.until("the mail", async () => {
    // Nobody waits for the minutes between the attempts.
    await admin.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
    return sent().length > 0;
  });
  await house.until("the end of its job", async () => {
    const { rows } = await admin.query("select 1 from graphile_worker._private_jobs where attempts > 0");
    return rows.length === 0;
  });
  assert.equal(sent().length, 1);
});
