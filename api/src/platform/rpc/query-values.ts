import { z } from "zod";

type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

/** Reads the values of a query string as an input's JSON Schema wants them. */
export type QueryReader = (query: URLSearchParams) => Record<string, unknown>;

/**
 * A reader for one input schema. Text becomes a number or boolean only where the schema asks for one and the text is exactly
 * that; everything else stays text, so that the schema refuses it. Lists are repeated parameters; `null` cannot be written.
 */
export function queryReader(input: z.ZodType): QueryReader {
  const properties =
    (z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as JsonSchema).properties ?? {};
  return (query) => {
    const values: Record<string, unknown> = {};
    for (const name of new Set(query.keys())) {
      const schema = properties[name];
      const texts = query.getAll(name);
      const isList = schema !== undefined && typeNames(schema).includes("array");
      const value = isList
        ? texts.map((text) => readValue(text, schema.items))
        : texts.length === 1
          ? readValue(texts[0]!, schema)
          : texts;
      Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return values;
  };
}

const typeNames = (schema: JsonSchema): string[] => [
  ...(schema.type === undefined ? [] : [schema.type].flat()),
  ...(schema.anyOf ?? []).flatMap(typeNames),
];

const numberShape = /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,10})?$/;

function readValue(text: string, schema: JsonSchema | undefined): unknown {
  const types = schema ? typeNames(schema) : [];
  if (types.includes("string")) return text;
  if ((types.includes("number") || types.includes("integer")) && numberShape.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}
