import { assert } from "chai";
import { fileProblem } from "./file-check.ts";

describe("fileProblem", () => {
  for (const [name, size, problem] of [
    ["Plan.PDF", 10_485_760, null],
    ["plan.pdf", 10_485_761, "tooLarge"],
    ["me.jpeg", 1, null],
    ["pdf", 1, "wrongKind"],
    ["plan.pdf.exe", 1, "wrongKind"],
    ["plan.html", 99_999_999, "wrongKind"],
  ] as const)
    it(`${name} of ${size} bytes: ${problem}`, () => assert.equal(fileProblem({ name, size }), problem));
});
