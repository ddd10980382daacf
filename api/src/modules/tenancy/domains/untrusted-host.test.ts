import assert from "node:assert/strict";
import { test } from "node:test";
import supertest from "supertest";
import { TestHouse } from "../../../../test/house.ts";

test("where no proxy is trusted, only the Host header says which host was called", async () => {
  const house = await TestHouse.open({ variables: { TRUSTED_PROXIES: "0" }, works: false });
  const { live } = await house.site("Near");
  await house.within(live, (scope) => {
    return scope.sql`
      insert into domain_owners (domain, tenant_id, created_at) values ('book.near.example', ${live.id}, ${scope.now})`;
  });
  const ask = async (headers: Record<string, string>) => {
    const { body } = await supertest(house.house.url).get("/api/v1/tenancy/site").set(headers);
    return (body as { slug?: string; code?: string }).slug ?? body.code;
  };
  assert.equal(await ask({ Host: "book.near.example" }), "near");
  const lied = { Host: "internal.example", "X-Forwarded-Host": "book.near.example" };
  assert.equal(await ask(lied), "request.tenant_required");
  await house.close();
  assert.deepEqual(house.bugs, []);
});
