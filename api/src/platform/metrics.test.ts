import assert from "node:assert/strict";
import { test } from "node:test";
import { Metrics } from "./metrics.ts";

test("what was counted, measured and read is printed; the same name is one metric", async () => {
  const metrics = new Metrics();
  metrics.counter("tessera_a_total", "A.", ["result"])({ result: "done" });
  metrics.counter("tessera_a_total", "A.", ["result"])({ result: "done" }, 2);
  metrics.histogram("tessera_b_seconds", "B.", ["job"])({ job: "x" }, 0.3);
  metrics.gauge("tessera_c", "C.", () => 1);
  metrics.gauge("tessera_c", "C.", async () => 5);
  metrics.gauge("tessera_d", "D.", async () => ({ ready: 2, failed: 0 }), "state");
  const text = await metrics.print();
  assert.match(text, /tessera_a_total\{result="done"\} 3/);
  assert.match(text, /tessera_b_seconds_bucket\{le="0.5",job="x"\} 1/);
  assert.match(text, /^tessera_c 5$/m);
  assert.match(text, /tessera_d\{state="ready"\} 2/);
  assert.match(text, /tessera_d\{state="failed"\} 0/);
});

test("a level that cannot be read is left out, and the others are printed", async () => {
  const metrics = new Metrics();
  metrics.gauge("tessera_broken", "Broken.", () => Promise.reject(new Error("no database")));
  metrics.gauge("tessera_whole", "Whole.", () => 1);
  const text = await metrics.print();
  assert.doesNotMatch(text, /^tessera_broken \d/m);
  assert.match(text, /^tessera_whole 1$/m);
});
