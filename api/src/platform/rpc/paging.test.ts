import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AppError } from "../errors.ts";
import { noTenant, type Tenant } from "../scope/tenant.ts";
import { decodeCursor, toPage } from "./paging.ts";

const tenant: Tenant = { ...noTenant, id: "0195f000-0000-7000-8000-000000000001" };
const id = "0195f000-0000-7000-8000-00000000000a";
const written = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

describe("cursors", () => {
  it("name the place after the last row of a page, and none after the last page", () => {
    const rows = [1, 2, 3].map((at) => ({ at, id }));
    const parts = {
      position: (row: (typeof rows)[number]) => [row.at, row.id],
      present: (row: (typeof rows)[number]) => row.at,
    };
    const page = toPage(tenant, rows, 2, parts);
    assert.deepEqual(page.items, [1, 2]);
    assert.deepEqual(decodeCursor(tenant, page.nextCursor ?? "", ["instant", "id"]), [2, id]);
    assert.equal(toPage(tenant, rows, 3, parts).nextCursor, null);
  });

  const refused: readonly [why: string, cursor: string][] = [
    ["no cursor at all", "broken"],
    ["JSON that is no list", Buffer.from(`{"a":1}`).toString("base64url")],
    ["another tenant's", written("0195f000-0000-7000-8000-000000000002", 1, id)],
    ["too short", written(tenant.id, 1)],
    ["too long", written(tenant.id, 1, id, id)],
    ["a text where an id belongs", written(tenant.id, 1, "' or 1=1")],
    ["a text where a time belongs", written(tenant.id, "now", id)],
    ["a time that no clock shows", written(tenant.id, 1e17, id)],
    ["half a millisecond", written(tenant.id, 0.5, id)],
    ["nothing where an id belongs", written(tenant.id, 1, null)],
  ];
  for (const [why, cursor] of refused) {
    it(`are refused: ${why}`, () => {
      assert.throws(
        () => decodeCursor(tenant, cursor, ["instant", "id"]),
        (thrown) => thrown instanceof AppError && thrown.fields?.[0]?.path[0] === "cursor",
      );
    });
  }
});
