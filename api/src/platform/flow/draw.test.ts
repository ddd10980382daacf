import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawFlow } from "./draw.ts";
import { sale } from "./sale/testing.ts";

describe("drawFlow", () => {
  const lines = drawFlow(sale, { main: { paid: 3 }, dispute: { open: 1 } }).split("\n");

  it("draws states with their counts, timers by name, regions apart, and what an end of a dispute does", () => {
    for (const line of [
      "stateDiagram-v2",
      '  state "unpaid" as unpaid',
      '  state "paid (3)" as paid',
      "  [*] --> unpaid",
      "  unpaid --> dropped : expire (unpaid_too_long)",
      "  paid --> paid : remind (buyer)",
      "  done --> [*]",
      '  state "dispute (beside delivered)" as dispute {',
      '    state "open (1)" as dispute_open',
      "    dispute_open --> dispute_ruled : rule (operator), order done",
      "    dispute_open --> dispute_withdrawn : withdraw (buyer), order goes on",
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it("draws every transition once for each state it leaves", () => {
    const moves = lines.filter((line) => line.includes(" : ")).length;
    const graphs = [sale, ...Object.values(sale.regions)];
    const leaving = graphs.flatMap(({ transitions }) => transitions.flatMap(({ from }) => [...from]));
    assert.equal(moves, leaving.length);
  });
});
