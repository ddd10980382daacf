import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { openOffice } from "./session.ts";

const { fetch } = globalThis;

afterEach(() => {
  globalThis.fetch = fetch;
});

test("the time is that of the site that answered last, however far ahead a sandbox is", async () => {
  const office = openOffice("https://api.test", () => "en");
  for (const site of ["2131-05-01T09:00:00.000Z", "2126-01-01T09:00:00.000Z"]) {
    globalThis.fetch = async () =>
      Response.json({ result: { data: {} } }, { headers: { "Tessera-Now": site } });
    await office.client.tenancy.getSite();
    assert.equal(new Date(office.now()).getUTCFullYear(), new Date(site).getUTCFullYear());
  }
  office.session.close();
});
