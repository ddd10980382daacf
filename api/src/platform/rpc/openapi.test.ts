import assert from "node:assert/strict";
import { before, test } from "node:test";
import { modules } from "../../modules.ts";
import { appRouter } from "../../router.ts";
import { requestErrors } from "../errors.ts";
import { openApiDocument } from "./openapi.ts";
import { procedureTable } from "./table.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Record<string, unknown>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  readonly responses: Record<string, { readonly content: Record<string, { readonly example?: unknown }> }>;
}
interface Reference {
  readonly openapi: string;
  readonly info: { readonly description: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly securitySchemes: Record<string, { readonly description: string }>;
    readonly schemas: Record<string, unknown>;
  };
}

const table = procedureTable(appRouter);
const errors = { ...requestErrors, ...Object.assign({}, ...modules.map((each) => each.errors)) };
let reference: Reference;
before(() => {
  // As it travels: what JSON cannot say is gone.
  const text = JSON.stringify(openApiDocument(table, errors, "https://api.example.com"));
  reference = JSON.parse(text) as Reference;
});

const operations = () =>
  Object.entries(reference.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test("every procedure stands there once, at one address below the version", () => {
  assert.equal(reference.openapi, "3.1.0");
  assert.deepEqual(
    operations()
      .map(({ operation }) => operation.operationId)
      .toSorted((a, b) => a.localeCompare(b)),
    [...table.keys()].toSorted((a, b) => a.localeCompare(b)),
  );
  for (const { path } of operations()) assert.match(path, /^\/api\/v1\/[a-z]/);
});

test("each says what it does, who may call it, what it takes and answers with examples, and how it refuses", () => {
  for (const { path, method, operation } of operations()) {
    const where = `${method} ${path}`;
    assert.match(operation.summary, /^[A-Z].*[.!]$/s, where);
    assert.ok(operation.tags.length > 0, where);
    const { tenantless, audience } = table.get(operation.operationId)!.meta;
    const isOpen = tenantless === true && [audience].flat().includes("staff");
    assert.equal(operation.security.length === 0, isOpen, where);
    for (const scheme of operation.security.flatMap((each) => Object.keys(each)))
      assert.ok(reference.components.securitySchemes[scheme]?.description, `${where}: ${scheme}`);
    if (operation.requestBody)
      assert.ok(operation.requestBody.content["application/json"]?.example !== undefined, where);
    assert.ok(operation.responses["200"]?.content["application/json"]?.example !== undefined, where);
    assert.deepEqual(operation.responses["default"]?.content["application/json"], {
      schema: { $ref: "#/components/schemas/Failure" },
    });
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const told = (operation.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
    assert.deepEqual(new Set(told), new Set(inPath), where);
  }
});

test("every code has its status and sentence, and what moves value asks for a key", () => {
  for (const code of Object.keys(errors))
    assert.ok(reference.info.description.includes(`\`${code}\` (`), code);
  for (const { operation } of operations()) {
    const { meta, kind } = table.get(operation.operationId)!;
    const key = operation.parameters?.find(({ name }) => name === "Idempotency-Key");
    assert.equal(key !== undefined, kind === "mutation", operation.operationId);
    assert.equal(key?.required ?? false, meta.movesValue ?? false, operation.operationId);
  }
});
