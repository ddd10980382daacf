import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { OrderDesk } from "../orders/testing.ts";

interface Dashboard {
  readonly counts: Readonly<Record<string, number>>;
  readonly modules: readonly string[];
}

describe("identity.getDashboard", () => {
  let house: TestHouse;
  let desk: OrderDesk;
  before(async () => {
    house = await TestHouse.open();
    desk = await OrderDesk.open(house);
  });
  after(() => house.close());

  it("200 counts what the lists of client and coach hold", async () => {
    await desk.paid();
    for (const who of [desk.client, desk.coach]) {
      await house.until("the news of the booking", async () => {
        const { counts } = await house.ok<Dashboard>("identity.getDashboard", {}, who);
        return counts["unreadNotifications"]! > 0;
      });
      const list = async (path: string, input: object) =>
        await house.ok<{ items: object[]; unread?: number }>(path, { limit: 100, ...input }, who);
      const { counts } = await house.ok<Dashboard>("identity.getDashboard", {}, who);
      const [bookings, orders, news, reviews, talks] = [
        await list("scheduling.listBookings", { states: ["pending", "confirmed"] }),
        await list("orders.listOrders", {
          states: [
            "awaiting_payment",
            "confirmed",
            "in_session",
            "completed",
            "client_absent",
            "provider_absent",
          ],
        }),
        await list("notifications.listNotifications", {}),
        await list("reviews.listPendingReviews", {}),
        await list("messaging.listConversations", {}),
      ];
      assert.ok(counts["upcomingBookings"]! > 0);
      assert.deepEqual(counts, {
        upcomingBookings: bookings.items.length,
        openOrders: orders.items.length,
        unreadNotifications: news.unread,
        pendingReviews: reviews.items.length,
        unreadMessages: talks.unread,
        sanctionsInForce: 0,
      });
    }
  });

  it("200 leaves out what the site has no module for; nothing waits for somebody new", async () => {
    const site: TestSite = await house.site("Small site", {}, { modules: ["booking"] });
    const { headers } = await site.signIn("new@example.com");
    assert.deepEqual(await house.ok<Dashboard>("identity.getDashboard", {}, { headers }), {
      counts: { upcomingBookings: 0, openOrders: 0, unreadNotifications: 0, sanctionsInForce: 0 },
      modules: ["booking"],
    });
  });

  it("401 for a visitor", async () => {
    assert.equal(
      await house.refused("identity.getDashboard", {}, { headers: desk.visitor }),
      "401 request.unauthenticated",
    );
  });
});
