import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { type ErrorDefinition, statusOf } from "../errors.ts";
import { exampleOf } from "./example.ts";
import { type ProcedureMeta } from "./procedure.ts";
import { type ProcedureEntry } from "./table.ts";

/** The reference of every REST address, as OpenAPI 3.1. */
export function openApiDocument(
  table: ReadonlyMap<string, ProcedureEntry>,
  errors: Readonly<Record<string, ErrorDefinition>>,
  serverUrl: string,
): object {
  const codes = Object.keys(errors) as [string, ...string[]];
  const failure = z
    .object({
      message: z.string().meta({ description: "A sentence for a person: what is wrong and what to do." }),
      code: z.enum(codes).meta({ description: "Match on this; codes are never renamed." }),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      requestId: z.string(),
      fields: z
        .array(
          z.object({
            path: z.array(z.union([z.string(), z.number()])),
            message: z.string().meta({
              description:
                "What to do instead, in the language of `Tessera-Locale` or `Accept-Language` (en, zh-CN or ar).",
            }),
          }),
        )
        .optional(),
    })
    .meta({ id: "Failure" });
  const paths: ZodOpenApiPathsObject = {};
  for (const entry of table.values()) {
    const path = `/api/v1${entry.rest.template}`;
    paths[path] = { ...paths[path], [entry.rest.method.toLowerCase()]: operationOf(entry, failure) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Tessera API",
      version: "1",
      description: `Every refusal has one shape. Codes:\n\n${Object.entries(errors)
        .map(([code, { kind, message }]) => `- \`${code}\` (${statusOf[kind]}): ${message}`)
        .join("\n")}`,
    },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        publishableKey: {
          type: "apiKey",
          in: "header",
          name: "Tessera-Key",
          description: "For pages of allowed origins.",
        },
        accessToken: {
          type: "http",
          scheme: "bearer",
          description: "A member's, team member's or operator's session.",
        },
        secretKey: {
          type: "http",
          scheme: "bearer",
          description: "For the tenant's servers; never in a page.",
        },
      },
    },
    paths,
  });
}

function operationOf(
  { path, kind, meta, rest }: ProcedureEntry,
  failure: z.ZodType,
): ZodOpenApiOperationObject {
  const shape = meta.input instanceof z.ZodObject ? (meta.input.shape as Record<string, z.ZodType>) : {};
  const inPath = pick(shape, (name) => rest.pathFields.includes(name));
  const others = pick(shape, (name) => !rest.pathFields.includes(name));
  const hasOthers = Object.keys(others).length > 0;
  return {
    operationId: path,
    summary: meta.summary,
    tags: [path.split(".")[0]!],
    ...(meta.deprecation && { deprecated: true }),
    security: securityOf(meta),
    requestParams: {
      path: z.object(inPath),
      ...(rest.method === "GET" && hasOthers && { query: z.object(others) }),
      ...(kind === "mutation" && {
        header: z.object({
          "Idempotency-Key": meta.movesValue
            ? z.string().min(8).max(255)
            : z.string().min(8).max(255).optional(),
        }),
      }),
    },
    ...(rest.method !== "GET" &&
      hasOthers && {
        requestBody: { content: { "application/json": withExample(z.strictObject(others), "input") } },
      }),
    responses: {
      200: { description: "Done.", content: { "application/json": withExample(meta.output, "output") } },
      default: { description: "Refused.", content: { "application/json": { schema: failure } } },
    },
  };
}

const withExample = (schema: z.ZodType, io: "input" | "output") => ({
  schema,
  example: exampleOf(schema, io),
});

const pick = (
  shape: Record<string, z.ZodType>,
  isWanted: (name: string) => boolean,
): Record<string, z.ZodType> => Object.fromEntries(Object.entries(shape).filter(([name]) => isWanted(name)));

function securityOf({ audience, tenantless }: ProcedureMeta): Record<string, string[]>[] {
  const audiences = [audience].flat();
  if (tenantless && audiences.includes("staff")) return [];
  return [
    ...(audiences.includes("visitor") ? [{ publishableKey: [] }] : []),
    ...(audiences.some((one) => one !== "server" && one !== "visitor") ? [{ accessToken: [] }] : []),
    ...(audiences.includes("server") ? [{ secretKey: [] }] : []),
  ];
}
