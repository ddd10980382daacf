import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { drawFlow } from "../../../platform/flow/draw.ts";
import { paidSession } from "./paid-session.ts";
import { paidWork } from "./paid-work.ts";

const text = readFileSync(join(import.meta.dirname, "../../../../../docs/flows.md"), "utf8");

/** The drawings of the document, in their order. */
const drawings = [...text.matchAll(/```mermaid\n([^`]*)```/g)].map(([, drawing]) => drawing);

it("the flows of orders are drawn in the documentation as they are", () => {
  assert.deepEqual(
    drawings.slice(0, 2),
    [paidSession, paidWork].map((flow) => drawFlow(flow)),
  );
});
