import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { coachingFactors } from "./quiz/factors.ts";

/** A complete quiz, with other answers where given. */
const quiz = (other: object = {}) => ({
  ...Object.fromEntries(
    coachingFactors.map(({ key, kind, options }) => {
      const [first] = options;
      const answers = {
        text: "Lead my first team well",
        choice: first?.key,
        choices: [first?.key],
        languages: ["en"],
        country: "DE",
        zone: "Europe/Berlin",
        money: { amountMinor: 9000, currency: "EUR" },
        week: [{ weekday: 1, part: "morning" }],
      };
      return [key, answers[kind]];
    }),
  ),
  ...other,
});

describe("people", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
  });
  after(() => house.close());

  it("asks twenty factors, in every language", async () => {
    const { factors } = await house.ok<{ factors: typeof coachingFactors }>(
      "people.getQuiz",
      {},
      { headers: site.visitor },
    );
    assert.equal(factors.length, 20);
    assert.ok(factors.every(({ question }) => question.en && question["zh-CN"] && question.ar));
  });

  it("400 with nineteen factors names the missing one; 200 with twenty; a draft may leave out", async () => {
    const { goal: _, ...nineteen } = quiz() as Record<string, unknown>;
    const refused = await house.call("people.saveAnswers", { answers: nineteen }, { headers: site.visitor });
    assert.equal(refused.status, 400);
    assert.deepEqual(refused.body.error.data.fields, [
      { path: ["answers", "goal"], message: "This factor is missing. Answer it." },
    ]);
    await house.ok("people.saveAnswers", { answers: nineteen, isDraft: true }, { headers: site.visitor });
    await house.ok("people.saveAnswers", { answers: quiz() }, { headers: site.visitor });
  });

  it("400 answers of the wrong kind", async () => {
    for (const wrong of [
      { budget: 90 },
      { languages: ["English"] },
      { goalArea: "sailing" },
      { week: [] },
      { more: 1 },
    ]) {
      assert.equal(
        await house.refused("people.saveAnswers", { answers: quiz(wrong) }, { headers: site.visitor }),
        "400 request.invalid_input",
        JSON.stringify(wrong),
      );
    }
  });

  it("names the caller's quiz from its first answer on, the same way ever after", async () => {
    type Named = { id: string | null };
    const nobody = await house.ok<Named>("people.getAnswers", {}, { headers: site.visitor });
    assert.equal(nobody.id, null);
    const { headers } = await site.signIn("nina@example.com");
    const draft = await house.ok<Named>(
      "people.saveAnswers",
      { answers: { country: "DE" }, isDraft: true },
      { headers },
    );
    const whole = await house.ok<Named>("people.saveAnswers", { answers: quiz() }, { headers });
    const read = await house.ok<Named>("people.getAnswers", {}, { headers });
    assert.ok(draft.id);
    assert.deepEqual([whole.id, read.id], [draft.id, draft.id]);
  });

  it("409 answers given on an older version; of many windows on one version one is kept", async () => {
    const { headers } = await site.signIn("tabea@example.com");
    const save = (version: number, country: string) =>
      house.call("people.saveAnswers", { answers: { country }, isDraft: true, version }, { headers });
    const first = await Promise.all(["AT", "CH", "DE", "FR"].map((country) => save(0, country)));
    assert.deepEqual(
      first.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
    const kept = await house.ok<{ version: number }>("people.getAnswers", {}, { headers });
    assert.equal(kept.version, 1);
    const second = await Promise.all(["IT", "LI", "LU"].map((country) => save(1, country)));
    assert.deepEqual(
      second.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409],
    );
    assert.equal((await save(1, "ES")).body.error.data.code, "request.conflict");
    const unasked = await house.ok<{ version: number }>(
      "people.saveAnswers",
      { answers: { country: "PT" }, isDraft: true },
      { headers },
    );
    assert.equal(unasked.version, 3);
  });

  it("hands the visitor's quiz over at sign-in", async () => {
    const saved = await house.call(
      "people.saveAnswers",
      { answers: quiz({ goal: "Found a company" }) },
      { headers: site.visitor },
    );
    const visitor = { "Tessera-Visitor": saved.headers["tessera-visitor"]! };
    const { headers } = await site.signIn("quin@example.com", visitor);
    const { answers } = await house.ok<{ answers: { goal: string } }>("people.getAnswers", {}, { headers });
    assert.equal(answers.goal, "Found a company");
    const left = await house.ok<{ answers: object }>(
      "people.getAnswers",
      {},
      { headers: { ...site.visitor, ...visitor } },
    );
    assert.deepEqual(left.answers, {});
  });

  it("lists a coach only after approval, and not after rejection, which carries a reason", async () => {
    const staff = await site.staff();
    const coach = await site.signIn("cora@example.com");
    const application = await house.ok<{ id: string; state: string }>(
      "people.applyForRole",
      { role: "coach", note: "Ten years of practice" },
      { headers: coach.headers },
    );
    assert.equal(application.state, "applied");
    assert.equal(
      await house.refused("people.applyForRole", { role: "coach" }, { headers: coach.headers }),
      "409 people.already_applied",
    );
    assert.equal(
      await house.refused("people.getPerson", { id: coach.memberId }, { headers: site.visitor }),
      "404 request.not_found",
    );
    await house.ok(
      "people.rejectApplication",
      { id: application.id, reason: "Tell us more" },
      { headers: staff },
    );
    const again = await house.ok<{ id: string }>(
      "people.applyForRole",
      { role: "coach" },
      { headers: coach.headers },
    );
    assert.equal(
      await house.refused("people.approveApplication", { id: again.id }, { headers: coach.headers }),
      "403 request.forbidden",
    );
    await house.ok("people.approveApplication", { id: again.id }, { headers: staff });
    const person = await house.ok<{ id: string; name: string }>(
      "people.getPerson",
      { id: coach.memberId },
      { headers: site.visitor },
    );
    assert.equal(person.name, "cora");
    assert.equal(
      await house.refused("people.approveApplication", { id: again.id }, { headers: staff }),
      "409 people.already_decided",
    );
  });

  it("gives a role once the application for it is approved; until then the applicant prepares what nobody sees", async () => {
    const staff = await site.staff();
    const some = await site.signIn("pat@example.com");
    const { headers, memberId } = some;
    const me = () =>
      house.ok<{ roles: string[]; pendingRoles: string[]; permissions: string[] }>(
        "identity.getMe",
        {},
        { headers },
      );
    const week = {
      timeZone: "UTC",
      isAccepting: true,
      hours: [{ weekday: 1, startMinute: 0, endMinute: 60 }],
    };
    assert.equal(await house.refused("scheduling.replaceHours", week, { headers }), "403 request.forbidden");
    const waiting = () =>
      house.until("an application that waits", async () => {
        const { items } = await house.ok<{ items: { id: string; state: string }[] }>(
          "people.listApplications",
          { state: "applied" },
          { headers },
        );
        return items[0]?.id;
      });
    const asked = await house.ok<object>("identity.addRole", { role: "coach" }, { headers });
    assert.deepEqual(asked, { roles: ["client"], pendingRoles: ["coach"] });
    const first = await waiting();

    await house.ok("scheduling.replaceHours", week, { headers });
    await house.ok("people.updateProfile", { headline: "Soon a coach" }, { headers });
    const { id: offerId } = await house.ok<{ id: string }>(
      "scheduling.createOffer",
      { title: "Talk", minutes: 30, price: { amountMinor: 0, currency: "EUR" } },
      { headers },
    );
    assert.ok((await me()).permissions.includes("scheduling.hosts"));
    const asVisitor = { headers: site.visitor };
    assert.equal(
      await house.refused("people.getPerson", { id: memberId }, asVisitor),
      "404 request.not_found",
    );
    assert.equal(
      await house.refused("scheduling.getOffer", { id: offerId }, asVisitor),
      "404 request.not_found",
    );

    await house.ok("people.rejectApplication", { id: first, reason: "Not yet" }, { headers: staff });
    const { roles, pendingRoles, permissions } = await me();
    assert.deepEqual({ roles, pendingRoles }, { roles: ["client"], pendingRoles: [] });
    assert.equal(permissions.includes("scheduling.hosts"), false);
    assert.equal(await house.refused("scheduling.replaceHours", week, { headers }), "403 request.forbidden");

    await house.ok("identity.addRole", { role: "coach" }, { headers });
    await house.ok("people.approveApplication", { id: await waiting() }, { headers: staff });
    const approved = await me();
    assert.deepEqual(approved.roles, ["client", "coach"]);
    assert.deepEqual(approved.pendingRoles, []);

    // The team took the role away: whoever wants it again asks again.
    await house.ok("identity.updateMember", { id: memberId, roles: ["client"] }, { headers: staff });
    await house.ok("identity.addRole", { role: "coach" }, { headers });
    await house.ok("people.approveApplication", { id: await waiting() }, { headers: staff });
    assert.deepEqual((await me()).roles, ["client", "coach"]);
  });

  it("lets a person sign up as what needs approval, and has it wait, unless the site approves by itself", async () => {
    const free = await house.site(undefined, { people: { approvesByItself: true } });
    const join = (at: TestSite) =>
      house.ok<{ member: { roles: string[]; pendingRoles: string[] } }>(
        "identity.signUp",
        {
          email: "joins@example.com",
          password: "a long enough pass phrase",
          name: "Joins",
          roles: ["learner", "coach"],
        },
        { headers: at.visitor },
      );
    const { member: waits } = await join(site);
    assert.deepEqual([waits.roles, waits.pendingRoles], [["learner"], ["coach"]]);
    const { member: has } = await join(free);
    assert.deepEqual([has.roles, has.pendingRoles], [["coach", "learner"], []]);
    const toApprove = async (at: TestSite) =>
      (await house.ok<{ rolesToApprove: string[] }>("identity.getEntrance", {}, { headers: at.visitor }))
        .rolesToApprove;
    assert.deepEqual(await toApprove(site), ["coach", "seller", "developer", "teacher"]);
    assert.deepEqual(await toApprove(free), []);
  });

  it("shows from what price somebody can be had; a first talk that is free counts only when nothing costs", async () => {
    const staff = await site.staff();
    const { memberId, headers } = await site.signIn("prices@example.com");
    const { id } = await house.ok<{ id: string }>("people.applyForRole", { role: "coach" }, { headers });
    await house.ok("people.approveApplication", { id }, { headers: staff });
    const offer = (amountMinor: number) =>
      house.ok<{ id: string }>(
        "scheduling.createOffer",
        { title: "Talk", minutes: 30, price: { amountMinor, currency: "EUR" } },
        { headers },
      );
    const costs = (amountMinor: number) =>
      house.until(`a price from ${amountMinor}`, async () => {
        const person = { id: memberId };
        const { fromPrice } = await house.ok<{ fromPrice: { amountMinor: number } | null }>(
          "people.getPerson",
          person,
          { headers: site.visitor },
        );
        return fromPrice?.amountMinor === amountMinor;
      });
    await offer(0);
    await costs(0);
    await offer(9_000);
    await costs(9_000);
    await offer(7_000);
    await costs(7_000);
  });

  it("hides a coach who wants that or is switched off, and shows them again afterwards", async () => {
    const staff = await site.staff();
    const coach = await site.signIn("hal@example.com");
    const { id } = await house.ok<{ id: string }>(
      "people.applyForRole",
      { role: "coach" },
      { headers: coach.headers },
    );
    const choose = (visibility: string | null) =>
      house.ok("identity.updateMe", { preferences: { visibility } }, { headers: coach.headers });
    const shown = async (is: boolean) =>
      house.until(is ? "the coach to be shown" : "the coach to be hidden", async () => {
        const { status } = await house.call(
          "people.getPerson",
          { id: coach.memberId },
          { headers: site.visitor },
        );
        return (status === 200) === is;
      });
    await choose("hidden");
    await house.ok("people.approveApplication", { id }, { headers: staff });
    await shown(false);
    await choose("shown");
    await shown(true);
    await choose("hidden");
    await shown(false);
    await choose(null);
    await shown(true);
    await house.ok("identity.deactivateMember", { id: coach.memberId }, { headers: staff });
    await shown(false);
    await house.ok("identity.reactivateMember", { id: coach.memberId }, { headers: staff });
    await shown(true);
  });

  it("tells which roles a site takes, and refuses an application for any other", async () => {
    const some = await house.site(undefined, {
      people: { providerRoles: ["teacher"], approvesByItself: true },
    });
    assert.deepEqual(await house.ok("people.getProviderRoles", {}, { headers: some.visitor }), {
      roles: ["teacher"],
      approvesByItself: true,
    });
    const { headers } = await some.signIn("tim@example.com");
    assert.equal(
      await house.refused("people.applyForRole", { role: "coach" }, { headers }),
      "400 people.not_a_provider_role",
    );
    const { state } = await house.ok<{ state: string }>(
      "people.applyForRole",
      { role: "teacher" },
      { headers },
    );
    assert.equal(state, "approved");
  });

  it("filters people, pages them, and keeps other sites' people out", async () => {
    const staff = await site.staff();
    const other = await house.site();
    for (const [index, name] of ["dan", "eve", "fay"].entries()) {
      const coach = await site.signIn(`${name}@example.com`);
      const { id } = await house.ok<{ id: string }>(
        "people.applyForRole",
        { role: "coach" },
        { headers: coach.headers },
      );
      await house.ok("people.approveApplication", { id }, { headers: staff });
      await house.ok(
        "people.updateProfile",
        {
          languages: index === 0 ? ["fr"] : ["en", "zh"],
          countries: ["CA"],
          expertise: ["Team 100%"],
          headline: name,
        },
        { headers: coach.headers },
      );
    }
    const list = (input: object, at: TestSite = site) =>
      house.ok<{ items: { headline: string }[]; nextCursor: string | null }>("people.listPeople", input, {
        headers: at.visitor,
      });
    assert.deepEqual(
      (await list({ language: "fr", country: "CA" })).items.map(({ headline }) => headline),
      ["dan"],
    );
    assert.equal((await list({ expertise: "100%" })).items.length, 3);
    assert.equal((await list({ expertise: "100_" })).items.length, 0);
    assert.equal((await list({}, other)).items.length, 0);
    const first = await list({ limit: 2, country: "CA" });
    const second = await list({ limit: 2, country: "CA", cursor: first.nextCursor });
    assert.equal(new Set([...first.items, ...second.items].map(({ headline }) => headline)).size, 3);
    assert.equal(second.nextCursor, null);
    assert.equal(
      await house.refused("people.listPeople", { cursor: first.nextCursor }, { headers: other.visitor }),
      "400 request.invalid_input",
    );
  });

  it("grows complete as it is filled, refuses bad links, and leaves unsent fields alone", async () => {
    const { headers } = await site.signIn("gus@example.com");
    type Answer = { version: number; bio: string; completeness: { percent: number; missing: string[] } };
    const before = await house.ok<Answer>("people.getProfile", {}, { headers });
    const after = await house.ok<Answer>(
      "people.updateProfile",
      { bio: "I walk with people. ".repeat(8) },
      { headers },
    );
    assert.ok(after.completeness.percent > before.completeness.percent);
    assert.ok(!after.completeness.missing.includes("bio"));
    assert.equal(
      await house.refused("people.updateProfile", { socials: { web: "javascript:alert(1)" } }, { headers }),
      "400 request.invalid_input",
    );
    const kept = await house.ok<Answer>("people.updateProfile", { languages: ["ar"] }, { headers });
    assert.equal(kept.bio, after.bio);
    assert.equal(
      await house.refused("people.updateProfile", { bio: "x", version: before.version }, { headers }),
      "409 request.conflict",
    );
    const { version } = await house.ok<Answer>("people.getProfile", {}, { headers });
    const together = await Promise.all(
      ["a", "b", "c", "d"].map((bio) => house.call("people.updateProfile", { bio, version }, { headers })),
    );
    assert.deepEqual(
      together.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
