import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, hasToAnswer, type Question, wrongAnswers } from "./questions.ts";

const question = (id: string, kind: Question["kind"], isRequired = true): Question => ({
  id,
  kind,
  question: `${id}?`,
  choices: kind === "choice" ? ["Red", "Blue"] : [],
  isRequired,
});
const questions = [
  question("name", "text"),
  question("colour", "choice", false),
  question("files", "file", false),
];
const answer = (questionId: string, text: string | null, ...fileIds: string[]): Answer => ({
  questionId,
  text,
  fileIds,
});

describe("answers to a seller's questions", () => {
  const cases: readonly [name: string, answers: readonly Answer[], wrong: readonly [number, string][]][] = [
    ["the required one alone is enough", [answer("name", "Acme")], []],
    ["all of them", [answer("name", "Acme"), answer("colour", "Red"), answer("files", null, "f1")], []],
    ["none: the required one is missing", [], [[-1, "missing"]]],
    ["a choice that is none", [answer("name", "Acme"), answer("colour", "Green")], [[1, "not_a_choice"]]],
    [
      "words where files are asked for",
      [answer("name", "Acme"), answer("files", "there")],
      [[1, "not_files"]],
    ],
    ["files where words are asked for", [answer("name", null, "f1")], [[0, "not_text"]]],
    ["a question nobody asked", [answer("name", "Acme"), answer("age", "7")], [[1, "unknown"]]],
    ["the same question twice", [answer("name", "Acme"), answer("name", "Bcme")], [[1, "twice"]]],
  ];
  for (const [name, answers, wrong] of cases) {
    it(name, () => {
      assert.deepEqual(
        wrongAnswers(questions, answers).map(({ index, reason }) => [index, reason]),
        wrong,
      );
    });
  }

  it("keep the work waiting only where one is required", () => {
    assert.equal(hasToAnswer(questions), true);
    assert.equal(hasToAnswer(questions.slice(1)), false);
    assert.equal(hasToAnswer([]), false);
  });
});
