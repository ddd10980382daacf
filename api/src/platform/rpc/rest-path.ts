import { z } from "zod";

/** Where a procedure answers as REST, under `/api/v1`. */
export interface RestAddress {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** For example `/scheduling/bookings/{id}/cancel`; the names in braces are fields of the input. */
  readonly template: string;
  readonly pathFields: readonly string[];
}

const methodOfVerb = { list: "GET", get: "GET", create: "POST", update: "PATCH", delete: "DELETE" } as const;

// Names that say what a person does and name no thing: `signIn`, `staffSignOut`.
const phrase = /^(?:(?:staff|operator)?[sS]ign(?:In|Up|Out)|staffRefresh)/;

/** The one REST address of an operation, from its name: verb and noun, and the field of its input that names the thing. */
export function restAddressOf(path: string, kind: "query" | "mutation", input: z.ZodType): RestAddress {
  const [module = "", name = ""] = path.split(".");
  if (phrase.test(name)) {
    return { method: "POST", template: `/${module}/${kebab(name)}`, pathFields: [] };
  }
  const [verb = "", ...nounWords] = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const noun = nounWords.join("-");
  const fields = fieldsOf(input);
  const isStandard = verb in methodOfVerb;
  const collection = noun === "" ? "" : isStandard && verb === "list" ? noun : plural(noun);
  const idField = fields.has("id")
    ? "id"
    : fields.has(camel(nounWords) + "Id")
      ? camel(nounWords) + "Id"
      : null;
  const namesOne = idField !== null && verb !== "list" && verb !== "create";
  const isSingleton = isStandard && !namesOne && verb !== "list" && verb !== "create";
  const segments = [
    module,
    ...(collection === "" || collection === module ? [] : [isSingleton ? noun : collection]),
    ...(namesOne ? [`{${idField}}`] : []),
    ...(isStandard ? [] : [verb]),
  ];
  const method = isStandard
    ? methodOfVerb[verb as keyof typeof methodOfVerb]
    : kind === "query"
      ? "GET"
      : "POST";
  return {
    method: kind === "query" ? "GET" : method,
    template: `/${segments.join("/")}`,
    pathFields: namesOne ? [idField] : [],
  };
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const camel = (words: readonly string[]): string =>
  words.map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join("");

function plural(noun: string): string {
  if (noun.endsWith("s") || noun === "people") return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const fieldsOf = (schema: z.ZodType): ReadonlySet<string> =>
  new Set(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
