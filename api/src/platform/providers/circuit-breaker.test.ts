import assert from "node:assert/strict";
import { test } from "node:test";
import { CircuitBreaker } from "./circuit-breaker.ts";

const fault = new Error("down");
const refused = new Error("refused");

function breaker() {
  let now = 0;
  let calls = 0;
  const circuit = new CircuitBreaker({ failures: 3, restMs: 1000, clock: () => now });
  const call = (outcome: Error | string) =>
    circuit
      .run(
        async () => {
          calls += 1;
          if (outcome instanceof Error) throw outcome;
          return outcome;
        },
        { refusal: () => refused, isFault: (error) => error === fault },
      )
      .catch((error: Error) => error.message);
  return { call, pass: (ms: number) => (now += ms), calls: () => calls, circuit };
}

test("refuses at once after failures in a row, and tries again after a rest", async () => {
  const { call, pass, calls, circuit } = breaker();
  for (let turn = 0; turn < 3; turn += 1) assert.equal(await call(fault), "down");
  assert.equal(circuit.isOpen, true);
  assert.equal(await call("up"), "refused");
  assert.equal(calls(), 3);
  pass(1000);
  assert.equal(await call(fault), "down");
  assert.equal(await call("up"), "refused");
  pass(1000);
  assert.equal(await call("up"), "up");
  assert.equal(circuit.isOpen, false);
  assert.equal(await call("up"), "up");
});

test("a success in between and errors that are not the provider's do not open it", async () => {
  const { call, circuit } = breaker();
  for (const outcome of [fault, fault, "up", fault, fault, new Error("our own"), new Error("our own")])
    await call(outcome);
  assert.equal(circuit.isOpen, false);
});

test("lets one call through at a time while it tries", async () => {
  const { call, pass, calls } = breaker();
  for (let turn = 0; turn < 3; turn += 1) await call(fault);
  pass(1000);
  const answers = await Promise.all([call("up"), call("up"), call("up")]);
  assert.deepEqual(answers, ["up", "refused", "refused"]);
  assert.equal(calls(), 4);
});
