import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fields, readConcepts } from "./lexicon/lexicon.ts";
import { embedLocally, localDimensions } from "./local-embedding.ts";
import { type GoalPair, goalPairs, moreGoalPairs } from "./testing.ts";

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, number, at) => sum + number * b[at]!, 0);
const alike = (a: string, b: string): number => cosine(embedLocally(a), embedLocally(b));

/** Goals whose own expertise does not come first among all that are of another subject. */
function misplaced(pairs: readonly GoalPair[]): string[] {
  const expertise = pairs.map(([, text]) => embedLocally(text));
  return pairs.flatMap(([goal, , subject], own) => {
    const vector = embedLocally(goal);
    const right = cosine(vector, expertise[own]!);
    const isWorse = pairs.every(
      ([, , other], at) =>
        at === own || (subject !== undefined && other === subject) || cosine(vector, expertise[at]!) < right,
    );
    return isWorse ? [] : [goal];
  });
}

describe("local embeddings", () => {
  for (const [name, pairs] of [
    ["sixty goals", goalPairs],
    ["sixty more", moreGoalPairs],
  ] as const) {
    test(`${name}: at least nine in ten rank the expertise that fits before all others`, () => {
      assert.equal(pairs.length, 60);
      const wrong = misplaced(pairs);
      assert.ok(wrong.length <= 6, wrong.join("\n"));
    });
  }

  test("a text equals itself, whatever its case, width and punctuation", () => {
    assert.ok(alike("Leadership, public speaking", "ＬＥＡＤＥＲＳＨＩＰ — public   speaking!") > 0.99);
    assert.ok(alike("职业规划、转型辅导", "职业规划，转型辅导") > 0.99);
  });

  test("unlike texts are far from each other", () => {
    for (const [one, other] of [
      ["Career change", "Guitar lessons"],
      ["减肥健身", "Contract law"],
      ["quantum basket weaving", "underwater demolition"],
    ] as const)
      assert.ok(alike(one, other) < 0.15, `${one} / ${other}: ${alike(one, other)}`);
  });

  test("English and Chinese words for one thing meet", () => {
    assert.ok(alike("public speaking", "演讲口才") > 0.6);
    assert.ok(alike("burnout", "职业倦怠") > 0.6);
    assert.ok(alike("React frontend", "前端开发") > 0.6);
  });

  test("texts in other languages are compared by their words", () => {
    assert.ok(alike("القيادة وإدارة الفرق", "إدارة الفرق") > 0.35);
    const wish = "Führungskräfte entwickeln";
    assert.ok(alike(wish, "Entwicklung von Führungskräften") > alike(wish, "Gitarre lernen") + 0.1);
  });

  test("vectors have length 1, and a text without words has none", () => {
    assert.ok(Math.abs(cosine(embedLocally("Sales"), embedLocally("Sales")) - 1) < 1e-6);
    assert.deepEqual(embedLocally(" ?! "), new Float32Array(localDimensions));
  });

  test("the lexicon is sound: concepts are named once, know their neighbours and fit into a vector", () => {
    const concepts = readConcepts();
    const ids = concepts.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(concepts.length + fields.length < localDimensions * 0.6);
    for (const { id, near, phrases } of concepts) {
      assert.deepEqual(
        near.filter((name) => !ids.includes(name) || name === id),
        [],
        id,
      );
      assert.ok(phrases.length >= 3, id);
      assert.equal(new Set(phrases).size, phrases.length, id);
    }
  });
});
