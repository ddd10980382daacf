import { z } from "zod";
import { wallClock } from "../../src/platform/clock.ts";
import { newId } from "../../src/platform/ids.ts";

/** The part of JSON Schema our inputs are made of. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What an input schema asks for. */
export const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Schema;

/** A value a schema takes, as far as the schema tells; ids are of nothing that exists. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!);
  switch (schema.type) {
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "boolean":
      return true;
    case "array":
      return [sampleOf(schema.items ?? {})];
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    default:
      return "text";
  }
}

function textOf({ format }: Schema): string {
  switch (format) {
    case "uuid":
      return newId(wallClock());
    case "date-time":
      return "2030-01-02T10:00:00Z";
    case "date":
      return "2030-01-02";
    case "uri":
      return "https://site.example/page";
    case "email":
      return "somebody@site.example";
    default:
      return "text";
  }
}

const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels)) as unknown;

/** What careless and hostile callers put where a number, a boolean, a text or a list belongs. */
export const wrongValues: readonly unknown[] = [
  null,
  "",
  "false",
  [],
  {},
  0,
  -1,
  1.5,
  true,
  "NaN",
  "1e309",
  2 ** 53,
  "a\u0000b",
  "\ud800",
  "\u202egnp.exe",
  "x".repeat(6000),
  deep(2000),
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  "' or 1=1; drop table members; --",
  "../../etc/passwd",
  [null, null],
];
