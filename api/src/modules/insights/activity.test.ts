import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { days, plus } from "../../platform/time.ts";
import { Session } from "../identity/models/session.ts";
import { anotherClient, OrderDesk } from "../orders/testing.ts";

interface Entry {
  readonly kind: string;
  readonly at: string;
  readonly subjectId: string | null;
  readonly state: string | null;
  readonly title: string | null;
  readonly amountMinor: number | null;
  readonly count: number | null;
}
interface Page {
  readonly items: readonly Entry[];
  readonly nextCursor: string | null;
}
interface Signed {
  readonly accessToken: string;
}

let house: TestHouse;
let desk: OrderDesk;
let staff: { headers: Record<string, string> };
before(async () => {
  house = await TestHouse.open();
  desk = await OrderDesk.open(house);
  staff = await signedIn();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const signedIn = async (who: { email: string; password: string } = desk.site.owner) => {
  const { accessToken } = await house.ok<Signed>("identity.staffSignIn", {
    ...who,
    tenantId: desk.tenant.id,
  });
  return { headers: { Authorization: `Bearer ${accessToken}` } };
};
/** A session such as signing in on the page leaves. */
const keepSession = () =>
  desk.as({ kind: "system", cause: "test" }, async (scope) => {
    await scope.query(Session).insert({
      audience: "member",
      memberId: desk.client.id,
      accountId: null,
      startedAt: wallClock(),
      seenAt: wallClock(),
      expiresAt: plus(wallClock(), days(1)),
    });
  });
const activity = (memberId: string, more: object = {}, who = staff) =>
  house.ok<Page>("insights.listActivity", { memberId, ...more }, who);
const kindsOf = ({ items }: Page) => [...new Set(items.map(({ kind }) => kind))].toSorted();

describe("what a member did", () => {
  it("200 signing in, booking, ordering, paying, writing, reporting and sanctions, the latest first, by pages", async () => {
    const order = await desk.paid(await desk.slot(3));
    const as = { headers: desk.client.headers };
    await keepSession();
    const withCoach = { memberId: desk.coach.id };
    const talk = await house.ok<{ id: string }>("messaging.openConversation", withCoach, as);
    for (const text of ["A secret word", "and one more"]) {
      const clientId = newId(wallClock());
      await house.ok("messaging.sendMessage", { conversationId: talk.id, clientId, text }, as);
    }
    const spam = { subjectKind: "profile", subjectId: desk.coach.id, category: "spam" };
    await house.ok("safety.createReport", spam, as);
    const warning = { memberId: desk.client.id, kind: "warning", reason: "Asked for a private number." };
    await house.ok("safety.createSanction", warning, staff);

    const page = await activity(desk.client.id, { limit: 100 });
    assert.deepEqual(kindsOf(page), [
      "booking",
      "messages",
      "order",
      "payment",
      "report",
      "sanction",
      "signed_in",
    ]);
    const of = (kind: string) => page.items.find((entry) => entry.kind === kind);
    assert.deepEqual([of("order")?.subjectId, of("order")?.title], [order.id, order.number]);
    assert.equal(of("booking")?.subjectId, order.bookingId);
    assert.equal(of("messages")?.count, 2);
    assert.equal(of("report")?.state, "spam");
    assert.equal(of("sanction")?.state, "warning");
    assert.doesNotMatch(JSON.stringify(page), /secret word|private number/);
    const times = page.items.map(({ at }) => at);
    assert.deepEqual(times, times.toSorted().toReversed());

    const walked: Entry[] = [];
    let cursor: string | null = null;
    do {
      const next: Page = await activity(desk.client.id, { limit: 2, ...(cursor && { cursor }) });
      walked.push(...next.items);
      cursor = next.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(walked, page.items);
    // A case is told of whom it is about.
    assert.ok(kindsOf(await activity(desk.coach.id, { limit: 100 })).includes("case"));
  });

  it("200 only the kinds that somebody of the team may see", async () => {
    const owner = await house.ok<Signed>("identity.staffSignIn", {
      ...desk.site.owner,
      tenantId: desk.site.live.id,
    });
    const headers = { Authorization: `Bearer ${owner.accessToken}` };
    const invited = { email: "gus@team.example", staffRole: "guest" };
    await house.ok("identity.createInvitation", invited, { headers });
    const token = await house.until("the invitation", async () => {
      const [mail] = await house.mailsTo(desk.site.live, invited.email);
      return /\/invitation#([\w.-]+)/.exec(mail?.text ?? "")?.[1];
    });
    const password = "cobalt-meadow-52";
    await house.ok("identity.acceptInvitation", { token, name: "Gus Guest", password });
    const seen = await activity(
      desk.client.id,
      { limit: 100 },
      await signedIn({ email: invited.email, password }),
    );
    // Guests see bookings and orders, and neither payments nor what is moderated.
    assert.deepEqual(kindsOf(seen), ["booking", "messages", "order", "signed_in"]);
  });

  it("404 nobody's; 400 a cursor that is none", async () => {
    const nobody = { memberId: newId(wallClock()) };
    assert.equal(await house.refused("insights.listActivity", nobody, staff), "404 request.not_found");
    const other = await anotherClient(desk);
    const broken = { memberId: other.id, cursor: "zzz" };
    assert.equal(await house.refused("insights.listActivity", broken, staff), "400 request.invalid_input");
  });
});
