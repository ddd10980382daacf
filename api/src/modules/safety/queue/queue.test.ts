import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { addAccount, hashPassword } from "../../identity/index.ts";
import { addMembership } from "../../identity/staff/memberships.ts";
import { buildCoach } from "../../matching/testing.ts";
import { addPastReview, sessionToReview } from "../../reviews/index.ts";
import { addPastSession } from "../../scheduling/bookings/add-past-session.ts";
import { buildMember } from "../../scheduling/testing.ts";
import { personalData } from "../personal-data.ts";
import { forgetCase } from "./forget-case.ts";

type Headers = Record<string, string>;

interface Case {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly state: string;
  readonly reports: number;
  readonly categories: readonly string[];
  readonly claimedBy: { readonly name: string } | null;
}

interface Said {
  readonly said: readonly { readonly text: string; readonly reporter: { readonly id: string } | null }[];
}

interface Evidence {
  readonly items: readonly { readonly content: Record<string, unknown> }[];
}

describe("reports and the queue", () => {
  let house: TestHouse;
  let site: TestSite;
  let owner: Headers;
  let colleague: Headers;
  let admin: pg.Client;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    owner = await site.staff();
    colleague = await signInColleague();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin?.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** Headers of a second team member. */
  const signInColleague = async (): Promise<Headers> => {
    const [email, password] = ["colleague@queue.example", "pepper-lantern-83"];
    const passwordHash = await hashPassword(password);
    await house.within(site.live, async (scope) => {
      const account = await addAccount(scope, { email, name: "Colleague", passwordHash });
      await addMembership(scope, account!.id, "member");
    });
    const signedIn = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
      email,
      password,
      tenantId: site.live.id,
    });
    return { Authorization: `Bearer ${signedIn.accessToken}` };
  };
  const join = async () => {
    const { id } = await house.within(site.live, (scope) => buildMember(scope));
    return { id, headers: site.actingFor(id) };
  };
  const joinAsCoach = async (bio = "I help.") => {
    const made = await house.within(site.live, (scope) => buildCoach(scope, { bio }));
    return { ...made, headers: site.actingFor(made.id) };
  };
  const reporting = (subjectId: string, more: object = {}) => ({
    subjectKind: "profile",
    subjectId,
    category: "fraud",
    ...more,
  });
  const report = (by: { headers: Headers }, subjectId: string, more: object = {}) =>
    house.ok<{ id: string }>("safety.createReport", reporting(subjectId, more), by);
  const casesOf = async (authorId: string, more: object = {}) =>
    (await house.ok<{ items: Case[] }>("safety.listCases", { authorId, ...more }, { headers: owner })).items;
  const act = (path: string, id: string, more: object = {}, headers = owner) =>
    house.ok<Case>(`safety.${path}`, { id, ...more }, { headers });
  const refused = (path: string, id: string, more: object = {}, headers = owner) =>
    house.refused(`safety.${path}`, { id, ...more }, { headers });
  const isPublic = async (id: string) =>
    (await house.call("people.getPerson", { id }, { headers: site.visitor })).status === 200;
  const actionsAbout = async (id: string): Promise<string[]> => {
    const { rows } = await admin.query<{ action: string }>(
      "select action from audit_entries where entity_id = $1 and actor_kind = 'staff' order by at, id",
      [id],
    );
    return rows.map(({ action }) => action);
  };

  it("200 what two people report is one case; the same person's second word changes nothing", async () => {
    const [coach, ann, ben] = [await joinAsCoach(), await join(), await join()];
    const first = await report(ann, coach.id, { text: " Asks for money outside " });
    assert.deepEqual(await report(ann, coach.id, { text: "Again" }), first);
    await report(ben, coach.id, { category: "spam" });
    const [made, ...others] = await casesOf(coach.id);
    assert.ok(made);
    assert.deepEqual(others, []);
    assert.deepEqual([made.state, made.reports, made.categories], ["open", 2, ["fraud", "spam"]]);
    const { said } = await house.ok<Said>("safety.getCase", { id: made.id }, { headers: owner });
    assert.deepEqual(
      said.map(({ text, reporter }) => [text, reporter?.id]),
      [
        ["Asks for money outside", ann.id],
        ["", ben.id],
      ],
    );
  });

  it("200 twelve people at once are one case with twelve reports", async () => {
    const coach = await joinAsCoach();
    const people = await Promise.all(Array.from({ length: 12 }, join));
    await Promise.all(people.map((person) => report(person, coach.id)));
    const cases = await casesOf(coach.id);
    assert.deepEqual(
      cases.map(({ reports }) => reports),
      [12],
    );
  });

  it("the evidence is what was there at the report, sealed in the database, and opening it leaves an entry", async () => {
    const [coach, ann] = [await joinAsCoach("Pay me in cash behind the station"), await join()];
    await report(ann, coach.id);
    await house.ok("people.updateProfile", { bio: "Nothing to see" }, coach);
    const [{ id }] = (await casesOf(coach.id)) as [Case];
    const { rows } = await admin.query("select * from reports where case_id = $1", [id]);
    assert.doesNotMatch(JSON.stringify(rows), /station/);
    const evidence = await house.ok<Evidence>("safety.openCase", { id }, { headers: owner });
    assert.equal(evidence.items[0]?.content["bio"], "Pay me in cash behind the station");
    assert.deepEqual(await actionsAbout(id), ["safety.open_case"]);
  });

  it("404 a kind there is not, nobody's profile, another site's and one that is not shown; 409 one's own; 401 a visitor", async () => {
    const ann = await join();
    const elsewhere = await house.site();
    const stranger = await house.within(elsewhere.live, (scope) => buildCoach(scope));
    const hidden = await house.within(site.live, (scope) => buildCoach(scope, { isListed: false }));
    const coach = await joinAsCoach();
    const tryIt = (input: object, headers: Headers = ann.headers) =>
      house.refused("safety.createReport", input, { headers });
    for (const id of [newId(wallClock()), stranger.id, hidden.id])
      assert.equal(await tryIt(reporting(id)), "404 request.not_found");
    assert.equal(await tryIt({ ...reporting(coach.id), subjectKind: "wish" }), "404 request.not_found");
    assert.equal(await tryIt(reporting(coach.id), coach.headers), "409 safety.own_account");
    assert.equal(await tryIt(reporting(coach.id), site.visitor), "401 request.unauthenticated");
    assert.equal(await tryIt(reporting(coach.id, { category: "rule" })), "400 request.invalid_input");
  });

  it("one works on it at a time: claimed, put back, decided with a reason, shown again; each leaves an entry", async () => {
    const [coach, ann] = [await joinAsCoach(), await join()];
    await report(ann, coach.id);
    const [{ id }] = (await casesOf(coach.id)) as [Case];
    const decision = { decision: "hidden", reason: "Asks for money outside" };
    assert.equal(await refused("decideCase", id, decision), "409 safety.case_not_claimed");
    const claimed = await act("claimCase", id);
    assert.deepEqual([claimed.state, claimed.claimedBy?.name], ["claimed", "Olive Owner"]);
    assert.equal(await refused("claimCase", id, {}, colleague), "409 safety.case_claimed");
    assert.equal(await refused("decideCase", id, decision, colleague), "409 safety.case_not_claimed");
    await act("releaseCase", id, {}, colleague);
    await act("claimCase", id, {}, colleague);
    assert.ok(await isPublic(coach.id));
    assert.equal((await act("decideCase", id, decision, colleague)).state, "hidden");
    assert.ok(!(await isPublic(coach.id)));
    const own = await house.ok<{ isHidden: boolean }>("people.getProfile", {}, coach);
    assert.ok(own.isHidden);
    assert.equal(await refused("claimCase", id), "409 safety.case_decided");
    assert.equal((await act("restoreCase", id, { reason: "It was a joke" })).state, "restored");
    assert.ok(await isPublic(coach.id));
    assert.equal(await refused("restoreCase", id, { reason: "x" }), "409 safety.not_hidden");
    assert.deepEqual(await actionsAbout(id), [
      "safety.claim_case",
      "safety.release_case",
      "safety.claim_case",
      "safety.decide_case",
      "safety.restore_case",
    ]);
  });

  it("of eight who claim at once, one account has it", async () => {
    const [coach, ann] = [await joinAsCoach(), await join()];
    await report(ann, coach.id);
    const [{ id }] = (await casesOf(coach.id)) as [Case];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        house.call("safety.claimCase", { id }, { headers: i % 2 ? owner : colleague }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 4);
    assert.equal(answers.filter(({ status }) => status === 409).length, 4);
  });

  it("a decided case is over: the next report begins another; after a year it is forgotten", async () => {
    const [coach, ann] = [await joinAsCoach(), await join()];
    await report(ann, coach.id);
    const [{ id }] = (await casesOf(coach.id)) as [Case];
    await act("claimCase", id);
    await act("decideCase", id, { decision: "dismissed", reason: "Nothing wrong" });
    assert.ok(await isPublic(coach.id));
    await report(ann, coach.id);
    assert.equal((await casesOf(coach.id)).length, 2);
    assert.equal((await casesOf(coach.id, { state: "waiting" })).length, 1);
    const { rows } = await admin.query(
      "select due_at - now() > interval '364 days' as late from timers where subject_id = $1",
      [id],
    );
    assert.deepEqual(rows, [{ late: true }]);
    await house.within(site.live, (scope) =>
      forgetCase.run(scope, { subjectId: id, dueAt: scope.now, payload: {} }),
    );
    assert.equal((await casesOf(coach.id)).length, 1);
  });

  it("a published review is reported and hidden; one that waits is not found", async () => {
    const [coach, client, ann] = [await joinAsCoach(), await join(), await join()];
    const reviewId = await house.within(site.live, async (scope) => {
      const startsAt = new Date(wallClock().getTime() - 72 * 3_600_000);
      const session = await addPastSession(scope, { offerId: coach.offerId, clientId: client.id, startsAt });
      const ratings = { knowledge: 1, communication: 1, professionalism: 1 };
      await addPastReview(scope, sessionToReview(session), { authorId: client.id, ratings, text: "A liar" });
      const [row] = await scope.sql<{ id: string }>`
        select id from reviews where tenant_id = ${site.live.id} and author_id = ${client.id}`;
      return row!.id;
    });
    const shown = async () =>
      (
        await house.ok<{ items: object[] }>(
          "reviews.listReviews",
          { personId: coach.id },
          { headers: site.visitor },
        )
      ).items.length;
    assert.equal(await shown(), 1);
    await report(ann, reviewId, { subjectKind: "review", category: "harassment" });
    const [{ id }] = (await casesOf(client.id)) as [Case];
    await act("claimCase", id);
    await act("decideCase", id, { decision: "hidden", reason: "An insult" });
    assert.equal(await shown(), 0);
    await act("restoreCase", id, { reason: "An opinion" });
    assert.equal(await shown(), 1);
  });

  it("403 a guest of the team and a server; 401 a member", async () => {
    const ann = await join();
    for (const path of ["listCases", "getCase", "openCase", "claimCase", "releaseCase"]) {
      const input = path === "listCases" ? {} : { id: newId(wallClock()) };
      assert.match(await house.refused(`safety.${path}`, input, { headers: site.server }), /^40[13] /);
      assert.match(await house.refused(`safety.${path}`, input, ann), /^40[13] /);
    }
  });

  it("what a member said is exported, and its words are gone after erasing; the case stays", async () => {
    const [coach, ann] = [await joinAsCoach(), await join()];
    await report(ann, coach.id, { text: "Remember this" });
    await house.within(site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, ann.id)), /Remember this/);
      await personalData.erase(scope, ann.id);
      assert.doesNotMatch(JSON.stringify(await personalData.export(scope, ann.id)), /Remember this/);
    });
    assert.equal((await casesOf(coach.id))[0]?.reports, 1);
  });
});
