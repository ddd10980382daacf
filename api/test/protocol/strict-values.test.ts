import assert from "node:assert/strict";
import { test } from "node:test";
import { type z } from "zod";
import { answersSchema } from "../../src/modules/people/quiz/answers-schema.ts";
import { coachingFactors } from "../../src/modules/people/quiz/factors.ts";
import { modules } from "../../src/modules.ts";
import { installModules } from "../../src/platform/installed-modules.ts";
import { exampleOf } from "../../src/platform/rpc/example.ts";
import { procedureTable } from "../../src/platform/rpc/table.ts";
import { appRouter } from "../../src/router.ts";
import { sampleOf, type Schema, schemaOf } from "./samples.ts";

installModules(modules);

/** What careless callers put where a number or a boolean belongs, by the type it has in JSON Schema. */
const careless = [
  ["null", null],
  ["string", ""],
  ["string", "false"],
  ["array", []],
] as const;

const strict = new Set(["number", "integer", "boolean"]);

interface Node extends Omit<Schema, "anyOf" | "items" | "properties"> {
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly propertyNames?: Node;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly schema: Node;
}

const alternatives = (node: Node): readonly Node[] =>
  [...(node.anyOf ?? []), ...(node.oneOf ?? [])]
    .flatMap(alternatives)
    .concat(node.anyOf || node.oneOf ? [] : [node]);

/** Every place in an input where a number or a boolean is asked, however deep. */
function places(node: Node, path: Place["path"] = []): Place[] {
  const choices = alternatives(node);
  const own = choices.some(({ type }) => strict.has(type ?? "")) ? [{ path, schema: node }] : [];
  const below = choices.flatMap(({ properties = {}, items, additionalProperties, propertyNames }) => [
    ...Object.entries(properties).flatMap(([name, each]) => places(each, [...path, name])),
    ...(items ? places(items, [...path, 0]) : []),
    ...(typeof additionalProperties === "object"
      ? places(additionalProperties, [...path, nameFor(propertyNames)])
      : []),
  ]);
  return [...own, ...below];
}

const nameFor = (names: Node | undefined): string => {
  const [first] = names?.enum ?? [];
  return typeof first === "string" ? first : "name";
};

/** An input with another value at a place; what lies on the way and is missing is made as its schema says. */
function withValue(
  input: unknown,
  root: Node,
  { path, value }: { path: Place["path"]; value: unknown },
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const choice = alternatives(root).find(({ properties, items, additionalProperties }) =>
    typeof step === "number" ? items : (properties?.[step] ?? typeof additionalProperties === "object"),
  )!;
  const below =
    typeof step === "number"
      ? choice.items!
      : (choice.properties?.[step] ?? (choice.additionalProperties as Node));
  if (typeof step === "number") {
    const list: readonly unknown[] = Array.isArray(input) ? input : [];
    return [withValue(list[0] ?? sampleOf(below), below, { path: rest, value }), ...list.slice(1)];
  }
  const known = (typeof input === "object" && input !== null ? input : sampleOf(choice)) as Record<
    string,
    unknown
  >;
  return {
    ...known,
    [step]: withValue(known[step] ?? sampleOf(below), below, { path: rest, value }),
  };
}

/** Whether an issue, or one choice of a value that fits none of its choices, names a place. */
const isAt = ({ path, ...issue }: z.core.$ZodIssue, place: string): boolean =>
  path.join(".") === place ||
  (issue.code === "invalid_union" &&
    issue.errors.flat().some((each) => isAt({ ...each, path: [...path, ...each.path] }, place)));

const inputs: readonly (readonly [name: string, schema: z.ZodType, example: unknown])[] = [
  ...[...procedureTable(appRouter)].map(
    ([path, { meta }]) => [path, meta.input, exampleOf(meta.input, "input")] as const,
  ),
  ...modules.flatMap(({ name, settings }) =>
    settings ? [[`${name} settings`, settings.schema, settings.schema.parse({})] as const] : [],
  ),
  ["the quiz", answersSchema(coachingFactors), {}],
];

test("null, an empty text, false in a text and an empty list are refused wherever a number or a boolean is asked", (context) => {
  const taken: string[] = [];
  let count = 0;
  for (const [name, schema, example] of inputs) {
    const root = schemaOf(schema);
    for (const place of places(root)) {
      const types = new Set(alternatives(place.schema).map(({ type }) => type));
      for (const [type, value] of careless) {
        if (types.has(type)) continue;
        count += 1;
        const read = schema.safeParse(withValue(example, root, { path: place.path, value }));
        const path = place.path.join(".");
        if (!read.error?.issues.some((issue) => isAt(issue, path)))
          taken.push(`${name} ${path} = ${JSON.stringify(value)}`);
      }
    }
  }
  context.diagnostic(`${count} values were refused`);
  assert.deepEqual(taken, []);
  assert.ok(count > 800, `${count} were tried`);
});
