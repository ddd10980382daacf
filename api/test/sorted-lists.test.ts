import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { z } from "zod";
import { type ProcedureEntry } from "../src/platform/rpc/table.ts";
import { EventSink } from "./event-sink.ts";
import { TestHouse } from "./house.ts";
import { operatorHeaders } from "./isolation/sign-in.ts";
import { buildCast, type Cast } from "./isolation/world.ts";

let house: TestHouse;
let sink: EventSink;
let cast: Cast;

before(async () => {
  house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  sink = await EventSink.start();
  cast = await buildCast(house, {
    word: "numbatish",
    hooksUrl: sink.url,
    operator: await operatorHeaders(house),
  });
});
after(async () => {
  await house?.close();
  await sink?.stop();
  assert.deepEqual(house.bugs, []);
});

interface Page {
  readonly items: { readonly id: string }[];
  readonly nextCursor: string | null;
}

/** The orders a list offers; null when it offers none. */
function sortsOf({ meta }: ProcedureEntry): string[] | null {
  const { properties } = z.toJSONSchema(meta.input, { io: "input", unrepresentable: "any" });
  const sort = properties?.["sort"];
  return typeof sort === "object" && sort.enum ? sort.enum.map(String) : null;
}

test("every list that can be ordered gives each row once, in each order, whatever the page's size", async () => {
  const walkedLists: string[] = [];
  for (const entry of house.house.dispatcher.table.values()) {
    const sorts = sortsOf(entry);
    const audience = [entry.meta.audience].flat();
    // Lists that visitors see have orders of their own, with no way back.
    if (!sorts || audience.includes("visitor")) continue;
    const isTeams = !audience.includes("server");
    const headers = isTeams ? cast.headers.staff : cast.headers.server;
    const list = (input: object) => house.ok<Page>(entry.path, input, { headers });
    for (const sort of sorts) {
      const ids = (await list({ sort, limit: 100 })).items.map(({ id }) => id);
      assert.ok(ids.length > 1, `${entry.path} has too little to order`);
      const walked: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Page = await list({ sort, limit: 2, ...(cursor && { cursor }) });
        walked.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.deepEqual(walked, ids, `${entry.path} by ${sort}`);
      const back = sort.startsWith("-") ? sort.slice(1) : `-${sort}`;
      assert.deepEqual(
        (await list({ sort: back, limit: 100 })).items.map(({ id }) => id),
        ids.toReversed(),
        `${entry.path} by ${back} is not ${sort} backwards`,
      );
    }
    walkedLists.push(entry.path);
  }
  assert.deepEqual(walkedLists.toSorted(), [
    "files.listFindings",
    "gigs.listSiteGigs",
    "identity.listMembers",
    "insights.listAudit",
    "integrations.listDeliveries",
    "money.listCampaigns",
    "money.listPayments",
    "money.listPayouts",
    "notifications.listDeliveries",
    "notifications.listSuppressions",
    "orders.listOrders",
    "people.listApplications",
    "safety.listCases",
    "safety.listSanctions",
    "scheduling.listBookings",
    "tenancy.listKeys",
  ]);
});
