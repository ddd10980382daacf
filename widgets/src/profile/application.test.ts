import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { member, present, session } from "../../test/coach.ts";
import { type Answers, type OutputOf } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraProfile } from "./profile.ts";

type Application = OutputOf<"people.listApplications">["items"][number];

const application = (more: Partial<Application> = {}): Application => ({
  id: "0195a000-0000-7000-8000-0000000000b1",
  memberId: member.id,
  role: "coach",
  state: "applied",
  note: "",
  reason: null,
  appliedAt: new Date(present).toISOString(),
  decidedAt: null,
  ...more,
});

const having = (items: readonly Application[] = [], more: Answers = {}): Answers => ({
  "people.getProviderRoles": () => ({ roles: ["coach", "teacher"], approvesByItself: false }),
  "people.listApplications": () => ({ items: [...items], nextCursor: null }),
  "people.applyForRole": ({ role, note = "" }) => application({ role, note }),
  ...more,
});

const opened = (answers: Answers = having(), options: StageOptions = {}) =>
  stage("tessera-profile", {
    before: ({ session: current }) => current.begin(session),
    answers,
    attributes: { view: "application" },
    ...options,
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-heading]"));
  return set;
};

describe("<tessera-profile view=application>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("asks who is not signed in to do so, inside", async () => {
    const set = await opened(having(), { before: () => undefined });
    await set.until(() => set.find("#email"));
    assert.instanceOf(set.widget, TesseraProfile);
    assert.equal(set.widget.getAttribute("state"), "signed-out");
    await assertAccessible(set.widget);
  });

  it("offers only the roles the site takes, and asks for one in place", async () => {
    const set = await ready();
    assert.deepEqual(
      set.all("[type=radio]").map(({ parentElement }) => parentElement?.innerText.trim()),
      ["Coach", "Teacher"],
    );
    await assertAccessible(set.widget);
    set.find("form button").focus();
    await sendKeys({ press: "Enter" });
    await set.until(() => set.find("#role-note"));
    assert.equal(set.widget.shadowRoot?.activeElement?.getAttribute("aria-describedby"), "role-note");
    await assertAccessible(set.widget);
  });

  it("sends the application, tells the page, and shows that it waits", async () => {
    let items: Application[] = [];
    const set = await ready(
      having([], {
        "people.listApplications": () => ({ items, nextCursor: null }),
        "people.applyForRole": ({ role, note = "" }) => {
          items = [application({ role, note })];
          return items[0] ?? application();
        },
      }),
    );
    const sent: unknown[] = [];
    set.widget.addEventListener("tessera-application-sent", ({ detail }) => sent.push(detail));
    set.all("[type=radio]")[0]?.focus();
    await sendKeys({ press: "Space" });
    await sendKeys({ press: "Tab" });
    await sendKeys({ type: "Ten years of practice" });
    await sendKeys({ press: "Tab" });
    await sendKeys({ press: "Enter" });
    await set.until(() => set.text().includes("In review"));
    assert.deepEqual(sent, [{ applicationId: application().id, role: "coach" }]);
    const call = set.api.calls.find(({ path }) => path === "people.applyForRole");
    assert.deepEqual(call?.input, { role: "coach", note: "Ten years of practice" });
    // The other role can still be applied for.
    assert.include(set.text(), "What do you want to offer? Teacher");
    await assertAccessible(set.widget);
  });

  it("shows why an application was rejected, and lets the person apply again", async () => {
    const rejected = application({
      state: "rejected",
      reason: "Please add your certificate.",
      decidedAt: new Date(present).toISOString(),
    });
    const set = await ready(
      having([rejected], {
        "people.getProviderRoles": () => ({ roles: ["coach"], approvesByItself: false }),
      }),
    );
    assert.include(set.text(), "Not accepted");
    assert.include(set.text(), "Please add your certificate.");
    assert.include(set.find("form button").innerText, "Apply again");
    await assertAccessible(set.widget);
  });

  it("counts the newest application for a role", async () => {
    const set = await ready(
      having([application({ state: "approved" }), application({ state: "rejected", reason: "No." })]),
    );
    assert.include(set.text(), "Approved");
    assert.notInclude(set.text(), "No.");
  });

  it("says that applications are approved at once where they are", async () => {
    const set = await ready(
      having([], {
        "people.getProviderRoles": () => ({ roles: ["coach"], approvesByItself: true }),
        "people.applyForRole": () => application({ state: "approved" }),
      }),
    );
    assert.include(set.text(), "approved at once");
    set.find("form button").click();
    await set.until(() => set.text().includes("You are approved."));
  });

  it("keeps what was written when it is refused, and says why", async () => {
    const set = await ready(
      having([], { "people.applyForRole": () => ({ status: 403, code: "identity.email_unverified" }) }),
    );
    set.all("[type=radio]")[0]?.click();
    Object.assign(set.find("#note"), { value: "Ten years" });
    set.find("form button").click();
    await set.until(() => set.find("[role=alert]"));
    assert.equal(Reflect.get(set.find("#note"), "value"), "Ten years");
    await assertAccessible(set.widget);
  });

  for (const [state, answer] of [
    ["error", { status: 500, code: "request.internal" }],
    ["offline", "down"],
    ["unlicensed", { status: 402, code: "request.module_inactive" }],
    ["forbidden", { status: 403, code: "request.forbidden" }],
  ] as const) {
    it(`${state}: says what is wrong`, async () => {
      const set = await opened(having([], { "people.listApplications": () => answer }));
      await set.until(() => set.widget.getAttribute("state") === state && set.find(".notice"));
      await assertAccessible(set.widget);
    });
  }

  for (const locale of ["zh-CN", "ar"]) {
    it(`speaks ${locale}`, async () => {
      const set = await ready(
        having([application({ state: "rejected", reason: "…" }), application({ role: "teacher" })]),
        { locale },
      );
      assert.notMatch(set.find(".card").innerText, /[A-Za-z]{4,}/);
      await assertAccessible(set.widget);
    });
  }
});
