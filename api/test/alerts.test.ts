import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { json } from "node:stream/consumers";
import pg from "pg";
import { noTenant } from "../src/platform/scope/tenant.ts";
import { TestHouse, type TestSite } from "./house.ts";
import { operatorHeaders } from "./isolation/sign-in.ts";

interface Told {
  readonly text: string;
  readonly alert: { readonly rule: string; readonly state: string; readonly value: number };
}

interface Bug {
  readonly place: string;
  readonly type: string;
  readonly message: string;
  readonly count: number;
  readonly lastRequestId: string;
}

describe("alerts", () => {
  let house: TestHouse;
  let site: TestSite;
  let admin: pg.Client;
  let chat: Server;
  const told: Told[] = [];
  /** How the chat answers; it is down at first. */
  let status = 503;
  before(async () => {
    chat = createServer((request, response) => {
      void json(request).then((body) => {
        if (status === 200) told.push(body as Told);
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => chat.listen(0, "127.0.0.1", resolve));
    const { port } = chat.address() as AddressInfo;
    const variables = {
      ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
      ALERT_MAIL_TO: "ops@example.com",
    };
    house = await TestHouse.open({ variables });
    site = await house.site();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
    chat.close();
  });

  const list = (id = "burst-request-1") =>
    house.call("scheduling.listOffers", {}, { headers: { ...site.visitor, "X-Request-Id": id } });
  const mails = async () => (await house.mailsTo(noTenant, "ops@example.com")).map(({ subject }) => subject);

  it("a burst of failures is told once, also to a chat that was down, and once more when it is over", async () => {
    await admin.query("alter table session_offers rename to session_offers_away");
    for (let call = 0; call < 25; call += 1) assert.equal((await list()).status, 500);
    await house.until("a try", async () => house.bugs.some((line) => line.includes("could not be told")));
    assert.equal(told.length, 0);
    status = 200;
    await house.until("the alert", async () => told.length > 0);
    await admin.query("alter table session_offers_away rename to session_offers");
    // The five minutes the rule looks at pass.
    await admin.query("update call_minutes set minute = minute - interval '10 minutes'");
    for (let call = 0; call < 30; call += 1) assert.equal((await list()).status, 200);
    await house.until("the recovery", async () => told.length > 1);
    // The chat is told beside the mail, not after it.
    await house.until("its mail", async () => (await mails()).includes("Over: error_rate"));
    assert.deepEqual(
      told.map(({ alert }) => `${alert.rule} ${alert.state}`),
      ["error_rate firing", "error_rate resolved"],
    );
    assert.match(told[0]?.text ?? "", /^Tessera: \d+\.\d % of all calls of the last 5 minutes failed/);
    assert.deepEqual([...new Set(await mails())].toSorted(), ["Alert: error_rate", "Over: error_rate"]);
  });

  it("the failures are one bug, with how often and the last request, for operators alone", async () => {
    const headers = await operatorHeaders(house);
    const { items } = await house.ok<{ items: Bug[] }>("platform.listBugs", {}, { headers });
    const bug = items.find(({ place }) => place === "scheduling.listOffers");
    assert.equal(bug?.count, 25);
    assert.equal(bug.lastRequestId, "burst-request-1");
    assert.equal(bug.message, "relation … does not exist");
    assert.match(bug.type, /42P01$/);
    const alerts = await house.ok<{ items: { rule: string; endedAt: string | null }[] }>(
      "platform.listAlerts",
      {},
      { headers },
    );
    assert.equal(alerts.items.length, 1);
    assert.ok(alerts.items[0]?.endedAt);
    for (const path of ["platform.listBugs", "platform.listAlerts"]) {
      assert.equal(await house.refused(path, {}, { headers: await site.staff() }), "403 request.forbidden");
      assert.equal(await house.refused(path, {}, { headers: site.server }), "403 request.forbidden");
    }
  });
});
