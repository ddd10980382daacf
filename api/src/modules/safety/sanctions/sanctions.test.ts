import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { days, plus } from "../../../platform/time.ts";
import { addAccount, hashPassword } from "../../identity/index.ts";
import { addMembership } from "../../identity/staff/memberships.ts";
import { buildCoach } from "../../matching/testing.ts";
import { buildMember } from "../../scheduling/testing.ts";
import { personalData } from "../personal-data.ts";
import { endSuspension } from "./end-sanctions.ts";

type Headers = Record<string, string>;

interface Sanction {
  readonly id: string;
  readonly kind: string;
  readonly endedAt: string | null;
  readonly appeal: { readonly outcome: string | null } | null;
}

const inDays = (count: number): string => plus(wallClock(), days(count)).toISOString();

describe("sanctions", () => {
  let house: TestHouse;
  let site: TestSite;
  let owner: Headers;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site(undefined, { tenancy: { locales: ["en", "zh-CN", "ar"] } });
    owner = await site.staff();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const join = async (locale: string | null = null) => {
    const { id, email } = await house.within(site.live, (scope) => buildMember(scope, { locale }));
    return { id, email, headers: site.actingFor(id) };
  };
  const sanction = (memberId: string, kind: string, more: object = {}, headers = owner) =>
    house.ok<Sanction>(
      "safety.createSanction",
      { memberId, kind, reason: "Rude words", ...more },
      { headers },
    );
  const refused = (path: string, input: object, headers = owner) =>
    house.refused(`safety.${path}`, input, { headers });
  const listed = async (memberId: string) =>
    (await house.ok<{ items: Sanction[] }>("safety.listSanctions", { memberId }, { headers: owner })).items;
  const statusOf = async (id: string) =>
    (await house.ok<{ status: string }>("identity.getMember", { id }, { headers: site.server })).status;
  const mailTo = (email: string, subject: RegExp) =>
    house.until(`a mail to ${email}`, async () => {
      const mails = await house.mailsTo(site.live, email);
      return mails.find((mail) => subject.test(mail.subject));
    });

  /** How somebody is answered who signs in with a fresh code. */
  const signInAgain = async (email: string): Promise<string> => {
    const codes = async () =>
      (await house.mailsTo(site.live, email)).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
    const before = (await codes()).length;
    await house.ok("identity.requestCode", { email }, { headers: site.visitor });
    const [code] = await house.until("a fresh code", async () => {
      const sent = await codes();
      return sent.length > before && sent;
    });
    const { status, body } = await house.call(
      "identity.signInWithCode",
      { email, code },
      { headers: site.visitor },
    );
    return status === 200 ? "200" : `${status} ${body.error.data.code}`;
  };

  it("a warning is told by mail and keeps nobody out", async () => {
    const ann = await join();
    assert.equal((await sanction(ann.id, "warning")).endedAt, null);
    assert.equal(await statusOf(ann.id), "active");
    const mail = await mailTo(ann.email, /A warning from/);
    assert.match(mail.text, /Rude words/);
    const own = await house.ok<{ items: Sanction[] }>("safety.listOwnSanctions", {}, ann);
    assert.deepEqual(
      own.items.map(({ kind }) => kind),
      ["warning"],
    );
  });

  it("the mail speaks the member's language", async () => {
    for (const [locale, subject] of [
      ["zh-CN", /账户已被封禁/],
      ["ar", /أُغلق حسابك/],
    ] as const) {
      const { id, email } = await join(locale);
      await sanction(id, "ban");
      await mailTo(email, subject);
    }
  });

  it("403 a suspended member signs in only when the time is over: the refusal says until when", async () => {
    const email = "sus@people.example";
    const { memberId, headers } = await site.signIn(email);
    const endsAt = inDays(7);
    const { id } = await sanction(memberId, "suspension", { endsAt });
    assert.equal(await house.refused("identity.getMe", {}, { headers }), "401 request.token_expired");
    assert.equal(await signInAgain(email), "403 identity.member_suspended");
    assert.equal(await statusOf(memberId), "suspended");
    await house.within(site.live, (scope) =>
      endSuspension.run(scope, { subjectId: id, dueAt: new Date(endsAt), payload: {} }),
    );
    assert.equal(await statusOf(memberId), "active");
    assert.equal(await signInAgain(email), "200");
    assert.ok((await listed(memberId))[0]?.endedAt);
  });

  it("a banned coach is listed no more and cannot be held; lifted, they are back", async () => {
    const { id, offerId } = await house.within(site.live, (scope) => buildCoach(scope, { timeZone: "UTC" }));
    const isPublic = async () =>
      (await house.call("people.getPerson", { id }, { headers: site.visitor })).status === 200;
    const { id: sanctionId } = await sanction(id, "ban");
    await house.until("the profile to be gone", async () => !(await isPublic()));
    await house.until("the calendar to be closed", async () => {
      const startsAt = `${inDays(4).slice(0, 10)}T12:00:00Z`;
      return (
        (await house.refused("scheduling.holdSlot", { offerId, startsAt }, { headers: site.visitor })) ===
        "404 request.not_found"
      );
    });
    await house.ok("safety.liftSanction", { id: sanctionId, reason: "A mix-up" }, { headers: owner });
    assert.equal(await statusOf(id), "active");
    await house.until("the profile to be back", isPublic);
  });

  for (const [what, kind, more] of [
    ["banned", "ban", {}],
    ["suspended", "suspension", { endsAt: inDays(2) }],
  ] as const)
    it(`a live stream of somebody ${what} ends within five seconds, and they open no other`, async () => {
      const { memberId, headers } = await site.signIn(`live-${kind}@people.example`);
      const answer = await house.request("/api/v1/stream", { headers });
      assert.equal(answer.status, 200);
      const reader = answer.body!.getReader();
      await reader.read();
      const started = performance.now();
      await sanction(memberId, kind, more);
      for (;;) {
        const { done } = await reader.read();
        if (done) break;
      }
      assert.ok(performance.now() - started < 5_000, `${performance.now() - started} ms`);
      assert.equal((await house.request("/api/v1/stream", { headers })).status, 401);
    });

  it("a later suspension takes the place of the one in force; let in on the member's page, it is over", async () => {
    const ann = await join();
    await sanction(ann.id, "suspension", { endsAt: inDays(2) });
    await sanction(ann.id, "ban");
    assert.equal(await statusOf(ann.id), "banned");
    const both = await listed(ann.id);
    assert.deepEqual(
      both.map(({ kind, endedAt }) => [kind, endedAt === null]),
      [
        ["ban", true],
        ["suspension", false],
      ],
    );
    await house.ok("identity.reactivateMember", { id: ann.id }, { headers: site.server });
    await house.until("the ban to be over", async () => (await listed(ann.id))[0]?.endedAt);
  });

  it("400 a suspension without an end, or with one that has passed, and a ban with one", async () => {
    const ann = await join();
    const base = { memberId: ann.id, reason: "x" };
    for (const wrong of [
      { kind: "suspension" },
      { kind: "suspension", endsAt: inDays(-1) },
      { kind: "ban", endsAt: inDays(1) },
    ])
      assert.equal(await refused("createSanction", { ...base, ...wrong }), "400 request.invalid_input");
  });

  it("an appeal comes by the link in the mail, without a script or a sign-in, once; altered links are not found", async () => {
    const ann = await join();
    await sanction(ann.id, "ban");
    const mail = await mailTo(ann.email, /is closed/);
    const link = /https?:\/\/\S+\/appeals\/[\w.~-]+/.exec(mail.text)?.[0];
    assert.ok(link, mail.text);
    const form = await house.request(link);
    assert.match(form.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.match(await form.text(), /<textarea/);
    const send = async (text: string, to = link) =>
      house.request(to, { method: "POST", body: new URLSearchParams({ text }) });
    assert.match(await (await send("  ")).text(), /role="alert"/);
    assert.match(await (await send("<script>It was a joke</script>")).text(), /has been received/);
    assert.match(await (await send("Again")).text(), /sent already/);
    assert.equal((await send("x", `${link}x`)).status, 404);
    assert.equal((await listed(ann.id))[0]?.appeal?.outcome, null);
  });

  it("403 whoever imposed it leaves the appeal to a colleague, when there is one; lifted, the member may come in", async () => {
    const alone = await join();
    const { id } = await sanction(alone.id, "warning");
    await house.ok("safety.appealSanction", { id, text: "Why?" }, alone);
    assert.equal(
      await house.refused("safety.appealSanction", { id, text: "Why?" }, alone),
      "409 safety.already_appealed",
    );
    const other = await join();
    assert.equal(
      await house.refused("safety.appealSanction", { id, text: "Me" }, other),
      "404 request.not_found",
    );
    const decide = { id, outcome: "upheld", reason: "It stays" };
    await house.ok("safety.decideAppeal", decide, { headers: owner });
    assert.equal(await refused("decideAppeal", decide), "409 safety.no_appeal");
    await mailTo(alone.email, /Your appeal to/);

    const [email, password] = ["judge@team.example", "pepper-lantern-83"];
    const passwordHash = await hashPassword(password);
    await house.within(site.live, async (scope) => {
      const account = await addAccount(scope, { email, name: "Judge", passwordHash });
      await addMembership(scope, account!.id, "member");
    });
    const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
      email,
      password,
      tenantId: site.live.id,
    });
    const judge = { Authorization: `Bearer ${accessToken}` };
    const banned = await join();
    const ban = await sanction(banned.id, "suspension", { endsAt: inDays(3) });
    const mail = await mailTo(banned.email, /is suspended/);
    const link = /https?:\/\/\S+\/appeals\/[\w.~-]+/.exec(mail.text)![0];
    await house.request(link, { method: "POST", body: new URLSearchParams({ text: "Not me" }) });
    const lift = { id: ban.id, outcome: "lifted", reason: "Not them" };
    assert.equal(await refused("decideAppeal", lift), "403 safety.own_decision");
    const decided = await house.ok<Sanction>("safety.decideAppeal", lift, { headers: judge });
    assert.equal(decided.appeal?.outcome, "lifted");
    assert.equal(await statusOf(banned.id), "active");
    await mailTo(banned.email, /was granted/);
  });

  it("404 nobody and another site's member; 401 or 403 whoever is not of the team", async () => {
    const elsewhere = await house.site();
    const stranger = await house.within(elsewhere.live, (scope) => buildMember(scope));
    const input = { memberId: stranger.id, kind: "ban", reason: "x" };
    assert.equal(await refused("createSanction", input), "404 request.not_found");
    const ann = await join();
    assert.match(await refused("createSanction", { ...input, memberId: ann.id }, ann.headers), /^40[13] /);
    assert.match(await refused("createSanction", { ...input, memberId: ann.id }, site.server), /^40[13] /);
  });

  it("what was done about a member is exported, and gone after erasing", async () => {
    const ann = await join();
    await sanction(ann.id, "warning", { reason: "Remember this" });
    await house.within(site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, ann.id)), /Remember this/);
      await personalData.erase(scope, ann.id);
    });
    assert.deepEqual(await listed(ann.id), []);
  });
});
