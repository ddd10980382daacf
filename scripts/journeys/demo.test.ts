import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { journeysFolder } from "./loaded-demo.ts";
import { runDemo, type RunningDemo } from "./running-demo.ts";

const folder = join(journeysFolder, "demo");

const isUp = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const addresses = ({ file }: RunningDemo) => [
  `${file.apiUrl}/health`,
  file.adminUrl,
  file.outboxUrl,
  `${file.outboxUrl}.json`,
  file.widgetsUrl ?? "",
  ...file.tenants.flatMap(({ siteUrl, webhookLogUrl }) => [siteUrl, webhookLogUrl]),
];

test("the demo starts, stops within seconds leaving nothing behind, and starts again with what it had", async () => {
  const first = await runDemo(folder, ["--fresh"]);
  for (const url of addresses(first)) assert.ok(await isUp(url), url);
  const { coaching, file } = first;
  assert.match(coaching.publishableKey, /^pk_test_/);
  assert.match(coaching.secretKey, /^sk_test_/);
  assert.ok(Array.isArray(await (await fetch(`${coaching.webhookLogUrl}.json`)).json()));
  assert.deepEqual(Object.keys(coaching.logins), ["owner", "coach", "client"]);
  for (const text of [
    file.apiUrl,
    file.adminUrl,
    file.outboxUrl,
    coaching.siteUrl,
    file.widgetsUrl ?? "-",
    file.operator.password,
  ]) {
    assert.ok(first.printed().includes(text), `${text} is printed`);
  }

  const stopping = performance.now();
  assert.equal(await first.stop(), 0);
  assert.ok(performance.now() - stopping < 10_000);
  for (const url of addresses(first)) assert.equal(await isUp(url), false, url);
  assert.throws(() => readFileSync(join(folder, "postgres/postmaster.pid")), {
    code: "ENOENT",
  });

  const second = await runDemo(folder, []);
  try {
    assert.deepEqual(second.file, file);
    assert.doesNotMatch(second.printed(), /Loading/);
    const third = await runDemo(folder, []).then(
      () => "started",
      ({ message }: Error) => message,
    );
    assert.match(third, /already runs as process/);
    assert.ok(await isUp(`${file.apiUrl}/health`), "the one that runs is left alone");
  } finally {
    await second.stop();
  }
});

test("a word it does not know is refused in one sentence", async () => {
  await assert.rejects(runDemo(folder, ["--frsh"]), /Unknown option '--frsh'/);
});
