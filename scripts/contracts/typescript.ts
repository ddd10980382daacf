import { z } from "zod";

/** The parts of JSON Schema that zod writes. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** What a caller writes into an input, or reads out of an output, as JSON Schema. */
export const schemaOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;

/** The TypeScript type of a JSON Schema, printed on one line or as an indented object. */
export function typeOf(schema: JsonSchema, indent = ""): string {
  if (schema.$ref) return schema.$ref.replace("#/$defs/", "");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return unique(choices.map((choice) => typeOf(choice, indent))).join(" | ");
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(" & ");
  if (Array.isArray(schema.type)) {
    return unique(schema.type.map((type: string) => typeOf({ ...schema, type }, indent))).join(" | ");
  }
  switch (schema.type) {
    case "string":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return listOf(schema, indent);
    case "object":
      return objectOf(schema, indent);
    default:
      return schema.not ? "never" : "unknown";
  }
}

function listOf({ items, prefixItems }: JsonSchema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((item) => typeOf(item, indent)).join(", ")}]`;
  const item = typeOf(items ?? {}, indent);
  return /[|&]/.test(item.replaceAll(/\{[\s\S]*\}/g, "")) ? `(${item})[]` : `${item}[]`;
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  indent: string,
): string {
  const names = Object.keys(properties);
  if (names.length === 0) {
    const values = typeof additionalProperties === "object" ? typeOf(additionalProperties, indent) : "never";
    return `Record<string, ${additionalProperties === true ? "unknown" : values}>`;
  }
  const inner = `${indent}  `;
  const lines = names.map((name) => {
    const property = properties[name] ?? {};
    const doc = property.description ? `${inner}/** ${property.description} */\n` : "";
    const isOptional = !required.includes(name);
    return `${doc}${inner}${keyOf(name)}${isOptional ? "?" : ""}: ${typeOf(property, inner)}${isOptional ? " | undefined" : ""};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const unique = (types: readonly string[]): string[] => [...new Set(types)];
