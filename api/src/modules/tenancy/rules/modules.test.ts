import assert from "node:assert/strict";
import { test } from "node:test";
import { procedureTable } from "../../../platform/rpc/table.ts";
import { appRouter } from "../../../router.ts";
import { siteModules } from "./modules.ts";

test("every procedure belongs to the core or to a part a site can have", () => {
  const known = new Set<string>(["core", ...siteModules]);
  const lost = [...procedureTable(appRouter).values()].filter(({ meta }) => !known.has(meta.module));
  assert.deepEqual(
    lost.map(({ path, meta }) => `${path}: ${meta.module}`),
    [],
  );
});
