import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { linkMailedTo } from "../../../../test/isolation/mail-links.ts";
import { memberToken } from "../../../../test/isolation/sign-in.ts";

interface Application {
  readonly id: string;
  readonly memberId: string;
  readonly state: string;
}

describe("provider roles that come and go", () => {
  let house: TestHouse;
  let site: TestSite;
  let staff: Record<string, string>;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    staff = await site.staff();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const applications = async (memberId: string) => {
    const { items } = await house.ok<{ items: Application[] }>(
      "people.listApplications",
      { limit: 100 },
      { headers: staff },
    );
    return items.filter((each) => each.memberId === memberId);
  };
  const statesOf = async (memberId: string) =>
    (await applications(memberId))
      .map(({ state }) => state)
      .toSorted()
      .join();
  const become = (memberId: string, states: string) =>
    house.until(`the applications to be ${states}`, async () => (await statesOf(memberId)) === states);
  const approve = async (memberId: string) => {
    const waiting = (await applications(memberId)).find(({ state }) => state === "applied");
    await house.ok("people.approveApplication", { id: waiting!.id }, { headers: staff });
  };
  const isShown = async (id: string) =>
    (await house.call("people.getPerson", { id }, { headers: site.visitor })).status === 200;
  const shown = (id: string, is: boolean) =>
    house.until(
      is ? "the coach to be shown" : "the coach to be gone",
      async () => (await isShown(id)) === is,
    );
  const give = (id: string, roles: readonly string[]) =>
    house.ok("identity.updateMember", { id, roles }, { headers: staff });

  /** Signs in with a token of the tenant's server. */
  const arrive = async (subject: string, roles?: readonly string[]) => {
    const token = await memberToken(site.keys.secretKey, subject, roles);
    const { member } = await house.ok<{ member: { id: string; roles: string[] } }>(
      "identity.exchangeToken",
      { token },
      { headers: site.visitor },
    );
    return member;
  };

  it("a role the team takes away takes listing, booking and the approval with it", async () => {
    const { memberId, headers } = await site.signIn("cora@example.com");
    await house.ok("people.applyForRole", { role: "coach" }, { headers });
    await approve(memberId);
    await shown(memberId, true);
    const offer = { title: "Talk", minutes: 30, price: { amountMinor: 0, currency: "EUR" } };
    const { id: offerId } = await house.ok<{ id: string }>("scheduling.createOffer", offer, { headers });
    const bookable = async () => {
      const range = { from: "2030-03-04T00:00:00Z", until: "2030-03-05T00:00:00Z" };
      const { items } = await house.ok<{ items: object[] }>(
        "scheduling.listSlots",
        { offerIds: [offerId], ...range },
        { headers: site.visitor },
      );
      return items.length === 1;
    };
    await house.until("the coach to be bookable", bookable);

    await give(memberId, ["client"]);
    await shown(memberId, false);
    await house.until("the coach not to be bookable", async () => !(await bookable()));
    await become(memberId, "withdrawn");

    await give(memberId, ["client", "coach"]);
    await become(memberId, "applied,withdrawn");
    assert.equal(await isShown(memberId), false, "what was taken away waits for the team anew");
    await approve(memberId);
    await shown(memberId, true);
  });

  it("a second role keeps somebody listed", async () => {
    const { memberId, headers } = await site.signIn("both@example.com");
    for (const role of ["coach", "teacher"]) {
      await house.ok("people.applyForRole", { role }, { headers });
      await approve(memberId);
    }
    await give(memberId, ["teacher"]);
    await become(memberId, "approved,withdrawn");
    assert.equal(await isShown(memberId), true);
  });

  it("no token takes away a role that was approved, chosen or given here", async () => {
    const { id, roles } = await arrive("rosa", ["coach"]);
    assert.deepEqual(roles, ["coach"]);
    await become(id, "applied");
    await approve(id);
    await shown(id, true);
    await give(id, ["coach", "qa"]);

    assert.deepEqual((await arrive("rosa", ["learner"])).roles, ["coach", "learner", "qa"]);
    assert.deepEqual((await arrive("rosa")).roles, ["coach", "learner", "qa"]);
    assert.deepEqual((await arrive("rosa", ["client"])).roles, ["client", "coach", "qa"]);
    assert.equal(await isShown(id), true);
    assert.equal(await statesOf(id), "approved");
  });

  it("what only a token gave goes with the next token; what the team took away, a token gives back unlisted", async () => {
    const { id } = await arrive("nora", ["coach", "client"]);
    await become(id, "applied");
    assert.deepEqual((await arrive("nora", ["client"])).roles, ["client"]);
    await arrive("nora", ["coach"]);
    await approve(id);
    await shown(id, true);
    await give(id, ["learner"]);
    await shown(id, false);
    assert.deepEqual((await arrive("nora", ["coach"])).roles, ["coach", "learner"]);
    await become(id, "applied,withdrawn");
    assert.equal(await isShown(id), false);
  });

  it("somebody who arrives without roles is what the site takes them for until a token says better", async () => {
    assert.deepEqual((await arrive("plain")).roles, ["client"]);
    assert.deepEqual((await arrive("plain", ["learner"])).roles, ["learner"]);
  });

  it("signing up as a coach opens the application once the address is proven", async () => {
    const email = "late@example.com";
    const { member } = await house.ok<{ member: { id: string; pendingRoles: string[] } }>(
      "identity.signUp",
      { email, password: "a long enough pass phrase", name: "Late", roles: ["coach"] },
      { headers: site.visitor },
    );
    assert.deepEqual(member.pendingRoles, ["coach"]);
    const token = await linkMailedTo(house, site, email, /#tessera-verify[\w-]*=([\w.-]+)/);
    assert.equal(await statesOf(member.id), "");
    await house.ok("identity.verifyEmail", { token }, { headers: site.visitor });
    await become(member.id, "applied");
  });
});
