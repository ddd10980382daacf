import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { member, session, site } from "../../test/coach.ts";
import { blocks, devices, me, memberAnswers, preferences, warning } from "../../test/member.ts";
import { type Answers } from "../../test/fake-api.ts";
import { looksWell } from "../../test/looks.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraAccount } from "./account.ts";

const signedIn: StageOptions["before"] = ({ session: current }) => current.begin(session);

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-account", { before: signedIn, answers: { ...memberAnswers, ...answers }, ...options });

type Set = Awaited<ReturnType<typeof opened>>;

const visit = async (answers: Answers = {}, options: StageOptions = {}) => {
  const set = await stage("tessera-account", { answers: { ...memberAnswers, ...answers }, ...options });
  await set.until(() => set.find("#email"));
  return set;
};

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const told = (set: Set, name: keyof HTMLElementEventMap) => {
  const details: unknown[] = [];
  set.widget.addEventListener(name, (event) => details.push(event instanceof CustomEvent && event.detail));
  return details;
};
const write = (set: Set, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values)) Object.assign(set.find(`#${name}`), { value });
};
const send = (set: Set) => {
  const form = set.find("form");
  if (form instanceof HTMLFormElement) form.requestSubmit();
};
const way = async (set: Set, name: string) => {
  await set.until(() => set.find(`[data-way=${name}]`));
  set.find(`[data-way=${name}]`).click();
  await set.until(() => set.find(name === "join" ? "#name" : "#password"));
};
const turnTo = async (set: Set, tab: string, there: string) => {
  await set.until(() => set.find(`#tab-${tab}`));
  set.find(`#tab-${tab}`).click();
  await set.until(() => set.find(there));
};

/** The parts of the account, by what shows that they are there. */
const parts = {
  overview: ".counts",
  details: "#locale",
  security: "[data-device]",
  news: "table",
  blocked: "[data-block]",
} as const;

describe("<tessera-account>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", location.pathname);
  });

  describe("signing in", () => {
    it("begins with a code from the mail and asks for no name", async () => {
      const set = await visit();
      assert.instanceOf(set.widget, TesseraAccount);
      assert.equal(set.widget.getAttribute("state"), "signed-out");
      assert.isEmpty(set.all("#name"));
      await assertAccessible(set.widget);
      const events = told(set, "tessera-member-signed-in");
      write(set, { email: "ada@example.com" });
      send(set);
      await set.until(() => set.find("#code"));
      await assertAccessible(set.widget);
      write(set, { code: "123456" });
      send(set);
      await set.until(() => set.find(".counts"));
      assert.deepEqual(events, [{ memberId: member.id }]);
      assert.notProperty(callsOf(set, "identity.signInWithCode")[0]?.input, "name");
    });

    it("by password says at the field what is missing, and moves the keyboard there", async () => {
      const set = await visit();
      set.find("#email").focus();
      await way(set, "password");
      await set.until(() => focused(set)?.id === "title");
      await assertAccessible(set.widget);
      send(set);
      await set.until(() => set.all("[aria-invalid]").length === 2);
      assert.equal(focused(set)?.id, "email");
      assert.isEmpty(callsOf(set, "identity.signIn"));
      await assertAccessible(set.widget);
    });

    it("by another way begins with empty fields: a password is never shown as a name", async () => {
      const set = await visit();
      await way(set, "password");
      write(set, { email: "ada@example.com", password: "tulip-anvil-47" });
      await way(set, "join");
      assert.deepEqual(
        ["name", "email", "password"].map((name) => Reflect.get(set.find(`#${name}`), "value")),
        ["", "", ""],
      );
    });

    it("by password signs in; spaces of a password count", async () => {
      const set = await visit({ "identity.signIn": () => session });
      await way(set, "password");
      write(set, { email: " ada@example.com ", password: " tulip anvil " });
      send(set);
      await set.until(() => set.find(".counts"));
      assert.deepEqual(callsOf(set, "identity.signIn")[0]?.input, {
        email: "ada@example.com",
        password: " tulip anvil ",
      });
    });

    it("with a wrong password says so at the field, and too many tries say when to come back", async () => {
      const set = await visit({
        "identity.signIn": () => ({
          status: 401,
          code: "identity.sign_in_failed",
          message: "The e-mail address or the password is not right.",
        }),
      });
      await way(set, "password");
      write(set, { email: "ada@example.com", password: "wrong" });
      send(set);
      await set.until(() => set.find("#password[aria-invalid]"));
      assert.include(set.find("#password-note").textContent, "is not right");
      set.api.answers = {
        ...set.api.answers,
        "identity.signIn": () => ({
          status: 429,
          code: "request.rate_limited",
          params: { seconds: 40 },
          message: "Too many requests. Try again in 40 seconds.",
        }),
      };
      send(set);
      await set.until(() => set.text().includes("in 40 seconds"));
      assert.isEmpty(set.all("#password[aria-invalid]"));
      await assertAccessible(set.widget);
    });

    it("offers only codes where the site takes no passwords", async () => {
      const set = await visit({
        "identity.getEntrance": () => ({
          roles: ["client"],
          rolesToApprove: [],
          allowsPasswords: false,
        }),
      });
      await set.until(() => set.api.paths.includes("identity.getEntrance"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(set.all("[data-way]"));
    });
  });

  describe("joining", () => {
    it("asks for name, address, password and roles, and sends those chosen", async () => {
      const set = await visit({
        "identity.signUp": () => ({ ...session, member: { ...member, emailVerified: false } }),
      });
      await way(set, "join");
      await assertAccessible(set.widget);
      const roles = set.all("[name=role]");
      assert.lengthOf(roles, 2);
      roles[0]?.click();
      send(set);
      await set.until(() => set.text().includes("Choose at least one."));
      await assertAccessible(set.widget);
      for (const role of roles) role.click();
      write(set, { name: "Ada", email: "ada@example.com", password: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.text().includes("Confirm your e-mail address"));
      const { input } = callsOf(set, "identity.signUp")[0] ?? {};
      assert.deepInclude(input, { name: "Ada", roles: ["client", "coach"] });
      assert.equal(new URL(String(input?.["pageUrl"])).pathname, location.pathname);
      await assertAccessible(set.widget);
      set.find(".notice button").click();
      await set.until(() => set.text().includes("on its way again"));
    });

    it("by a code, where the site takes no passwords, as what was chosen", async () => {
      const set = await visit({
        "identity.getEntrance": () => ({
          roles: ["client", "coach"],
          rolesToApprove: [],
          allowsPasswords: false,
        }),
      });
      await set.until(() => set.find("[data-way=join]"));
      set.find("[data-way=join]").click();
      await set.until(() => set.find("#name"));
      await assertAccessible(set.widget);
      set.all("[name=role]")[1]?.click();
      write(set, { name: "Ada", email: "ada@example.com" });
      send(set);
      await set.until(() => set.find("#code"));
      write(set, { code: "123456" });
      send(set);
      await set.until(() => set.find(".counts"));
      assert.deepInclude(callsOf(set, "identity.signInWithCode")[0]?.input, { name: "Ada", role: "coach" });
    });

    it("with a known address or a common password says so at the field", async () => {
      const refusing = (code: string) => ({ "identity.signUp": () => ({ status: 409, code }) });
      const set = await visit(refusing("identity.email_taken"));
      await way(set, "join");
      write(set, { name: "Ada", email: "ada@example.com", password: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.find("#email[aria-invalid]"));
      set.api.answers = { ...set.api.answers, ...refusing("identity.password_too_common") };
      send(set);
      await set.until(() => set.find("#password[aria-invalid]"));
      assert.isEmpty(set.all("#email[aria-invalid]"));
    });
  });

  describe("a forgotten password", () => {
    it("answers alike for every address", async () => {
      const set = await visit({ "identity.requestPasswordReset": () => ({}) });
      await way(set, "password");
      set.find("form .quiet").click();
      await set.until(() => set.text().includes("It works for an hour."));
      write(set, { email: "nobody@example.com" });
      send(set);
      await set.until(() => set.text().includes("If nobody@example.com belongs to an account"));
      await assertAccessible(set.widget);
    });

    it("is set by the link from the mail, whose token leaves the address", async () => {
      history.replaceState(null, "", "#tessera-reset=token-1");
      const set = await stage("tessera-account", {
        answers: { ...memberAnswers, "identity.resetPassword": () => ({}) },
      });
      await set.until(() => set.find("#password"));
      assert.equal(location.hash, "");
      await assertAccessible(set.widget);
      write(set, { password: "short" });
      send(set);
      await set.until(() => set.find("[aria-invalid]"));
      write(set, { password: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.widget.getAttribute("state") === "done");
      assert.include(set.text(), "Your new password is set.");
      assert.deepEqual(callsOf(set, "identity.resetPassword")[0]?.input, {
        token: "token-1",
        password: "tulip-anvil-47",
      });
      await assertAccessible(set.widget);
    });

    it("ends the sign-in of this page too", async () => {
      history.replaceState(null, "", "#tessera-reset=token-1");
      const set = await opened({ "identity.resetPassword": () => ({}) });
      await set.until(() => set.find("#password"));
      write(set, { password: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.page.session.member === null);
      await set.until(() => set.text().includes("Your new password is set."));
    });

    it("by a link that is gone says so", async () => {
      history.replaceState(null, "", "#tessera-reset=token-1");
      const set = await stage("tessera-account", {
        answers: { "identity.resetPassword": () => ({ status: 410, code: "identity.link_gone" }) },
        locale: "zh-CN",
      });
      await set.until(() => set.find("#password"));
      write(set, { password: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.text().includes("链接"));
      await set.until(() => set.find("[role=alert]"));
    });
  });

  describe("confirming an address", () => {
    it("by the link says so, also to somebody who is not signed in", async () => {
      history.replaceState(null, "", "?a=1#tessera-verify=token-2");
      const set = await visit({ "identity.verifyEmail": () => ({ emailVerified: true }) });
      await set.until(() => set.text().includes("Your e-mail address is confirmed."));
      assert.equal(location.search + location.hash, "?a=1");
      assert.deepEqual(callsOf(set, "identity.verifyEmail")[0]?.input, { token: "token-2" });
      await assertAccessible(set.widget);
    });

    it("shows at once to the member", async () => {
      history.replaceState(null, "", "#tessera-verify=token-2");
      const set = await opened(
        { "identity.verifyEmail": () => ({ emailVerified: true }) },
        {
          before: (page) => page.session.begin({ ...session, member: { ...member, emailVerified: false } }),
        },
      );
      await set.until(() => set.page.session.member?.emailVerified);
      assert.notInclude(set.text(), "open the link we sent");
    });

    it("by an old link says what to do", async () => {
      history.replaceState(null, "", "#tessera-verify=token-2");
      const set = await visit({
        "identity.verifyEmail": () => ({ status: 410, code: "identity.link_gone" }),
      });
      await set.until(() => set.find("[role=alert]"));
      await assertAccessible(set.widget);
    });
  });

  describe("the overview", () => {
    it("counts what waits, and passes axe", async () => {
      const set = await opened();
      await set.until(() => set.find(".counts"));
      for (const words of [
        "2 upcoming sessions",
        "1 open order",
        "3 unread notifications",
        "0 reviews to write",
      ])
        assert.include(set.text(), words);
      await assertAccessible(set.widget);
    });

    it("leaves out what the site does not offer, and says when nothing waits", async () => {
      const set = await opened({
        "identity.getDashboard": () => ({ counts: { openOrders: 0 }, modules: [] }),
      });
      await set.until(() => set.find(".counts"));
      assert.lengthOf(set.all("[data-count]"), 1);
      assert.include(set.text(), "Nothing waits for you.");
    });
  });

  describe("details", () => {
    it("are saved, and the page shows the new name", async () => {
      const set = await opened();
      const events = told(set, "tessera-member-changed");
      await turnTo(set, "details", "#locale");
      await assertAccessible(set.widget);
      const zone = set.find("#timeZone");
      zone.focus();
      assert.isAbove(set.all("#timeZone option").length, 400);
      write(set, { name: "Ada Lovelace", timeZone: "Asia/Tokyo" });
      send(set);
      await set.until(() => events.length === 1);
      assert.deepEqual(events, [{ memberId: member.id }]);
      assert.deepInclude(callsOf(set, "identity.updateMe")[0]?.input, {
        name: "Ada Lovelace",
        locale: "en",
        timeZone: "Asia/Tokyo",
        preferences: { currency: "EUR" },
      });
      await set.until(() => set.find(".who").textContent === "Ada Lovelace");
      await assertAccessible(set.widget);
    });

    it("without a name are not saved", async () => {
      const set = await opened();
      await turnTo(set, "details", "#name");
      write(set, { name: "  " });
      send(set);
      await set.until(() => set.find("#name[aria-invalid]"));
      assert.isEmpty(callsOf(set, "identity.updateMe"));
    });

    it("hide the profile of somebody who offers something", async () => {
      const set = await opened({ "identity.getMe": () => ({ ...me, roles: ["client", "coach"] }) });
      await turnTo(set, "details", "[name=visible]");
      set.find("[name=visible]").click();
      send(set);
      await set.until(() => callsOf(set, "identity.updateMe").length === 1);
      assert.deepInclude(callsOf(set, "identity.updateMe")[0]?.input["preferences"], {
        visibility: "hidden",
      });
    });

    it("choose to have no history of searches, where there are gigs to search", async () => {
      const plain = await opened();
      await turnTo(plain, "details", "#name");
      assert.isEmpty(plain.all("[name=history]"));
      const set = await opened({
        "tenancy.getSite": () => ({ ...site, modules: [...site.modules, "gigs"] }),
      });
      await turnTo(set, "details", "[name=history]");
      assert.isTrue((set.find("[name=history]") as HTMLInputElement).checked);
      set.find("[name=history]").click();
      send(set);
      await set.until(() => callsOf(set, "identity.updateMe").length === 1);
      assert.deepInclude(callsOf(set, "identity.updateMe")[0]?.input["preferences"], { history: "off" });
      await assertAccessible(set.widget);
    });

    it("apply for a role that the team approves, and show that it waits", async () => {
      const set = await opened();
      await turnTo(set, "details", "[data-role=coach]");
      assert.equal(set.find("[data-role=coach]").textContent.trim(), "Apply as Coach");
      set.find("[data-role=coach]").click();
      await set.until(() => set.all("[data-pending]").length === 1);
      assert.equal(set.find("[data-pending]").textContent.trim(), "Coach: in review");
      assert.isEmpty(set.all("[data-role]"));
      assert.deepEqual(set.page.session.member?.roles, ["client"]);
      assert.deepEqual(set.page.session.member?.pendingRoles, ["coach"]);
      await assertAccessible(set.widget);
    });

    it("take one more role of those the site offers to everybody", async () => {
      const set = await opened({
        "identity.getEntrance": () => ({
          roles: ["client", "coach"],
          rolesToApprove: [],
          allowsPasswords: true,
        }),
        "identity.addRole": ({ role }) => ({ roles: [...me.roles, role], pendingRoles: [] }),
      });
      await turnTo(set, "details", "[data-role=coach]");
      set.find("[data-role=coach]").click();
      await set.until(() => set.page.session.member?.roles.includes("coach"));
      assert.isEmpty(set.all("[data-role]"));
    });
  });

  describe("security", () => {
    it("lists devices and ends one", async () => {
      const set = await opened();
      await turnTo(set, "security", "[data-device]");
      for (const words of ["Chrome on Windows", "This device", "Safari on iPhone", "Unknown device"])
        assert.include(set.text(), words);
      await assertAccessible(set.widget);
      const [, second] = devices;
      set.api.answers = {
        ...set.api.answers,
        "identity.listSessions": () => ({ items: devices.filter((one) => one !== second), nextCursor: null }),
      };
      const button = set.find(`[data-device="${second?.id}"] button`);
      button.focus();
      button.click();
      await set.until(() => set.all("[data-device]").length === 2);
      assert.deepEqual(callsOf(set, "identity.endSession")[0]?.input, { id: second?.id });
      await set.until(() => focused(set)?.id === "devices-title");
    });

    it("ends all others at once", async () => {
      const set = await opened();
      await turnTo(set, "security", ".others");
      set.api.answers = {
        ...set.api.answers,
        "identity.listSessions": () => ({ items: devices.slice(0, 1), nextCursor: null }),
      };
      set.find(".others").click();
      await set.until(() => set.all("[data-device]").length === 1);
      assert.isEmpty(set.all(".others"));
    });

    it("says so when a device could not be signed out", async () => {
      const set = await opened({ "identity.endOtherSessions": () => "down" });
      await turnTo(set, "security", ".others");
      set.find(".others").click();
      await set.until(() => set.find("[role=alert]"));
      assert.lengthOf(set.all("[data-device]"), 3);
    }).timeout(10_000);

    it("changes the password with the current one", async () => {
      const set = await opened({
        "identity.changePassword": ({ currentPassword }) =>
          currentPassword === "old-password" ? {} : { status: 400, code: "identity.current_password_wrong" },
      });
      await turnTo(set, "security", "#newPassword");
      send(set);
      await set.until(() => set.all("[aria-invalid]").length === 2);
      await assertAccessible(set.widget);
      write(set, { currentPassword: "other", newPassword: "tulip-anvil-47" });
      send(set);
      await set.until(() => callsOf(set, "identity.changePassword").length === 1);
      await set.until(() => set.find("#currentPassword[aria-invalid]"));
      write(set, { currentPassword: "old-password" });
      send(set);
      await set.until(() => set.text().includes("Your password is changed."));
      assert.equal(Reflect.get(set.find("#newPassword"), "value"), "");
    });

    it("asks for another e-mail address, which its mailed link makes theirs", async () => {
      const set = await opened({ "identity.requestEmailChange": () => ({}) });
      await turnTo(set, "security", "#newEmail");
      const form = set.find("[data-form=email]");
      assert.instanceOf(form, HTMLFormElement);
      set.find("#emailPassword").focus();
      form.requestSubmit();
      await set.until(() => set.all("[data-form=email] [aria-invalid]").length === 2);
      await set.until(() => focused(set)?.id === "newEmail");
      await assertAccessible(set.widget);
      write(set, { newEmail: " new@example.com ", emailPassword: " tulip anvil " });
      form.requestSubmit();
      await set.until(() => set.text().includes("A link was sent to new@example.com. Open it within a day."));
      const { pageUrl, ...sent } = callsOf(set, "identity.requestEmailChange")[0]?.input ?? {};
      assert.deepEqual(sent, { email: "new@example.com", currentPassword: " tulip anvil " });
      assert.equal(pageUrl, location.href);
      await set.until(() => focused(set)?.id === "email-title");
      set.api.answers = {
        ...set.api.answers,
        "identity.requestEmailChange": () => ({ status: 400, code: "identity.current_password_wrong" }),
      };
      write(set, { newEmail: "new@example.com", emailPassword: "guess" });
      form.requestSubmit();
      await set.until(() => set.find("#emailPassword[aria-invalid]"));
    });

    it("sets the first password without a current one", async () => {
      const set = await opened({
        "identity.getMe": () => ({ ...me, hasPassword: false }),
        "identity.changePassword": () => ({
          status: 403,
          code: "identity.sign_in_again",
          params: { minutes: 15 },
          message: "This needs a fresh sign-in.",
        }),
      });
      await turnTo(set, "security", "#newPassword");
      assert.isEmpty(set.all("#currentPassword"));
      write(set, { newPassword: "tulip-anvil-47" });
      send(set);
      await set.until(() => set.text().includes("This needs a fresh sign-in."));
      await assertAccessible(set.widget);
    });
  });

  describe("notifications", () => {
    const box = (set: Set, name: string) => {
      const found = set.find(`[data-news=${name}]`);
      assert.instanceOf(found, HTMLInputElement);
      return found;
    };

    it("are switched off by kind and channel, at once", async () => {
      const set = await opened();
      await turnTo(set, "news", "table");
      await assertAccessible(set.widget);
      box(set, "matching-email").click();
      await set.until(() => callsOf(set, "notifications.updatePreferences").length === 1);
      assert.deepEqual(callsOf(set, "notifications.updatePreferences")[0]?.input, {
        changes: [{ category: "matching", channel: "email", isOn: false }],
      });
      await set.until(() => set.text().includes("Saved."));
      assert.isFalse(box(set, "matching-email").checked);
    });

    it("that protect the account cannot be switched off", async () => {
      const set = await opened();
      await turnTo(set, "news", "table");
      assert.isTrue(box(set, "security-email").disabled);
      assert.isTrue(box(set, "security-email").checked);
      assert.include(set.text(), "Always on");
    });

    it("that could not be switched off are on again, with the reason", async () => {
      const set = await opened({
        "notifications.updatePreferences": () => ({ status: 500, code: "request.internal" }),
      });
      await turnTo(set, "news", "table");
      box(set, "sessions-inApp").click();
      await set.until(() => set.find("[role=alert]"));
      assert.isTrue(box(set, "sessions-inApp").checked);
      assert.isTrue(preferences.items[0]?.inApp);
    }).timeout(20_000);

    it("come bundled, and not in quiet hours", async () => {
      const set = await opened();
      await turnTo(set, "news", "[data-form=rhythm]");
      const form = set.find("[data-form=rhythm]");
      assert.instanceOf(form, HTMLFormElement);
      assert.isEmpty(set.all("[type=time]"));
      const digest = set.find("#digest");
      assert.instanceOf(digest, HTMLSelectElement);
      digest.focus();
      digest.value = "daily";
      set.find("[name=quiet]").click();
      await set.until(() => set.all("[type=time]").length === 2);
      await assertAccessible(set.widget);
      write(set, { from: "22:30", until: "22:30" });
      form.requestSubmit();
      await set.until(() => focused(set)?.id === "until");
      assert.include(set.text(), "another time than the one they begin at");
      write(set, { until: "06:45" });
      form.requestSubmit();
      await set.until(() => set.text().includes("Saved."));
      assert.deepEqual(callsOf(set, "notifications.updatePreferences").at(-1)?.input, {
        digest: "daily",
        quietHours: { from: "22:30", until: "06:45" },
      });
      set.find("[name=quiet]").click();
      form.requestSubmit();
      await set.until(() => callsOf(set, "notifications.updatePreferences").length === 2);
      assert.deepInclude(callsOf(set, "notifications.updatePreferences").at(-1)?.input, { quietHours: null });
    });
  });

  describe("the number for text messages", () => {
    const submit = (set: Set, name: string) => {
      const form = set.find(`[data-form=${name}]`);
      if (form instanceof HTMLFormElement) form.requestSubmit();
    };
    const toNumber = async (set: Set) => {
      await turnTo(set, "news", "#phone");
      set.find("#phone").focus();
    };
    const toCode = async (set: Set) => {
      await toNumber(set);
      write(set, { phone: " 0049 (151) 1234-5678 " });
      submit(set, "phone");
      await set.until(() => focused(set)?.id === "phoneCode");
    };

    it("is the member's once they type the code that was sent there, and then news can go there", async () => {
      const set = await opened();
      await toNumber(set);
      assert.isEmpty(set.all("[data-news$=-sms]"));
      await assertAccessible(set.widget);
      write(set, { phone: "0151 12345678" });
      submit(set, "phone");
      await set.until(() => focused(set)?.id === "phone");
      assert.include(set.text(), "Write the number with its country code");
      assert.isEmpty(callsOf(set, "notifications.requestPhoneCode"));
      await toCode(set);
      assert.deepEqual(callsOf(set, "notifications.requestPhoneCode")[0]?.input, { phone: "+4915112345678" });
      assert.equal(set.find("[data-deed=again]").hasAttribute("disabled"), true);
      await assertAccessible(set.widget);
      write(set, { phoneCode: "12 34" });
      submit(set, "phone-code");
      await set.until(() => set.text().includes("Write the six digits from the text message."));
      write(set, { phoneCode: "123 456" });
      submit(set, "phone-code");
      await set.until(() => set.all("bdi.phone").length === 1);
      assert.include(set.text(), "Text messages go to +4915112345678");
      assert.deepEqual(callsOf(set, "notifications.verifyPhone")[0]?.input, { code: "123456" });
      await set.until(() => focused(set)?.id === "phone-title");
      assert.isNotEmpty(set.all("[data-news=sessions-sms]"));
      await assertAccessible(set.widget);
    });

    it("with a wrong code, or too many of them, says so at the field", async () => {
      const set = await opened({
        "notifications.verifyPhone": () => ({ status: 400, code: "notifications.phone_code_wrong" }),
      });
      await toCode(set);
      write(set, { phoneCode: "123456" });
      submit(set, "phone-code");
      await set.until(() => set.text().includes("Refused: notifications.phone_code_wrong"));
      await set.until(() => focused(set)?.id === "phoneCode");
      set.api.answers = {
        ...set.api.answers,
        "notifications.requestPhoneCode": () => ({
          status: 429,
          code: "notifications.too_many_phone_codes",
          params: { minutes: 12 },
        }),
      };
      set.find("[data-deed=other]").click();
      await set.until(() => focused(set)?.id === "phone");
      write(set, { phone: "+4915112345678" });
      submit(set, "phone");
      await set.until(() => set.text().includes("Refused: notifications.too_many_phone_codes"));
    });

    it("is changed and removed; who thinks again keeps it", async () => {
      const set = await opened({
        "notifications.getPreferences": () => ({ ...preferences, phone: "+4915100000001" }),
      });
      await turnTo(set, "news", "[data-deed=change]");
      assert.isNotEmpty(set.all("[data-news=sessions-sms]"));
      set.find("[data-deed=change]").focus();
      set.find("[data-deed=change]").click();
      await set.until(() => focused(set)?.id === "phone");
      set.find("[data-deed=keep]").click();
      await set.until(() => focused(set)?.id === "phone-title");
      assert.include(set.text(), "+4915100000001");
      set.find("[data-deed=change]").click();
      await toCode(set);
      write(set, { phoneCode: "123456" });
      submit(set, "phone-code");
      await set.until(() => set.all("[data-deed=remove]").length === 1);
      assert.include(set.text(), "+4915112345678");
      set.find("[data-deed=remove]").click();
      await set.until(() => set.all("#phone").length === 1);
      assert.lengthOf(callsOf(set, "notifications.removePhone"), 1);
      assert.isEmpty(set.all("[data-news$=-sms]"));
    });

    it("is not asked for where the site sends no text messages; one that is there can be removed", async () => {
      const without = await opened({
        "notifications.getPreferences": () => ({ ...preferences, sendsTexts: false }),
      });
      await turnTo(without, "news", "[data-form=rhythm]");
      await without.widget.updateComplete;
      assert.isEmpty(without.all("#phone-title"));
      assert.isEmpty(without.all("[data-news$=-sms]"));
      const set = await opened({
        "notifications.getPreferences": () => ({
          ...preferences,
          phone: "+4915100000001",
          sendsTexts: false,
        }),
        "notifications.removePhone": () => ({ ...preferences, sendsTexts: false }),
      });
      await turnTo(set, "news", "[data-deed=remove]");
      assert.include(set.text(), "This site sends no text messages at the moment.");
      assert.isEmpty(set.all("[data-deed=change]"));
      assert.isEmpty(set.all("[data-news$=-sms]"));
      await assertAccessible(set.widget);
      set.find("[data-deed=remove]").focus();
      set.find("[data-deed=remove]").click();
      await set.until(() => set.all("#phone-title").length === 0);
      await set.until(() => focused(set)?.id === "tab-news");
      assert.lengthOf(callsOf(set, "notifications.removePhone"), 1);
    });

    it("looks well in every language", async () => {
      for (const locale of ["zh-CN", "ar"]) {
        const set = await opened({}, { locale });
        await toCode(set);
        await assertAccessible(set.widget);
      }
    });
  });

  describe("blocked people", () => {
    it("are listed with the way back, one by one", async () => {
      const set = await opened();
      await turnTo(set, "blocked", parts.blocked);
      assert.include(set.text(), "Vex Ample Since Mar 1, 2026");
      await assertAccessible(set.widget);
      const [block] = blocks;
      set.api.answers = { ...set.api.answers, "safety.listBlocks": () => ({ items: [], nextCursor: null }) };
      set.find("[data-block] button").focus();
      set.find("[data-block] button").click();
      await set.until(() => set.text().includes("You have blocked nobody."));
      assert.deepEqual(callsOf(set, "safety.deleteBlock")[0]?.input, { id: block?.id });
      await set.until(() => focused(set)?.id === "blocked-lead");
    });

    it("come a page at a time", async () => {
      const [block] = blocks;
      const set = await opened({
        "safety.listBlocks": ({ cursor }) => ({
          items: [{ ...block!, id: cursor ? "b2" : "b1", name: cursor ? "Second" : "First" }],
          nextCursor: cursor ? null : "next",
        }),
      });
      await turnTo(set, "blocked", ".more");
      set.find(".more").click();
      await set.until(() => set.all("[data-block]").length === 2);
      assert.isEmpty(set.all(".more"));
    });
  });

  describe("what the site's team did", () => {
    const told = (answers: Answers = {}) =>
      opened({
        "identity.getDashboard": () => ({ counts: { sanctionsInForce: 1 }, modules: ["core"] }),
        "safety.listOwnSanctions": () => ({
          items: [warning, { ...warning, id: "over", endedAt: "2026-03-02T09:00:00.000Z" }],
          nextCursor: null,
        }),
        ...answers,
      });

    it("is not asked for where nothing is in force", async () => {
      const set = await opened();
      await set.until(() => set.find(".counts"));
      assert.isEmpty(callsOf(set, "safety.listOwnSanctions"));
    });

    it("is told with its reason, and appealed against once", async () => {
      const set = await told({
        "safety.appealSanction": ({ text }) => ({
          ...warning,
          appeal: { text, at: "2026-03-09T09:00:00.000Z", outcome: null, reason: null },
        }),
      });
      await set.until(() => set.find("[data-sanction] button"));
      assert.lengthOf(set.all("[data-sanction]"), 1);
      assert.include(set.text(), "You got a warning on March 1, 2026.");
      assert.include(set.text(), warning.reason);
      await assertAccessible(set.widget);
      set.find("[data-sanction] button").focus();
      set.find("[data-sanction] button").click();
      await set.until(() => focused(set)?.id === "appeal");
      send(set);
      await set.until(() => set.find("#appeal[aria-invalid]"));
      await assertAccessible(set.widget);
      assert.isEmpty(callsOf(set, "safety.appealSanction"));
      write(set, { appeal: "It was a joke." });
      send(set);
      await set.until(() => set.text().includes("The team has not decided yet."));
      assert.deepEqual(callsOf(set, "safety.appealSanction")[0]?.input, {
        id: warning.id,
        text: "It was a joke.",
      });
      assert.isEmpty(set.all("[data-sanction] button, #appeal"));
    });

    it("says what the team answered", async () => {
      const appeal = {
        text: "No",
        at: "2026-03-09T09:00:00.000Z",
        outcome: "upheld",
        reason: "We read it all.",
      } as const;
      const set = await told({
        "safety.listOwnSanctions": () => ({ items: [{ ...warning, appeal }], nextCursor: null }),
      });
      await set.until(() => set.text().includes("The team stays with its decision: We read it all."));
    });
  });

  describe("signing out", () => {
    it("forgets everything, in other tabs too, and tells the page", async () => {
      const tab = "tab0signout";
      const first = await opened({}, { tab });
      const second = await opened({}, { tab });
      const events = [told(first, "tessera-member-signed-out"), told(second, "tessera-member-signed-out")];
      await first.until(() => first.find(".leave"));
      first.find(".leave").focus();
      first.find(".leave").click();
      await first.until(() => first.text().includes("You are signed out in all tabs."));
      await second.until(() => second.text().includes("You are signed out in all tabs."));
      assert.deepEqual(events, [[{ memberId: member.id }], [{ memberId: member.id }]]);
      await first.until(() => focused(first)?.id === "title");
      await assertAccessible(first.widget);
    });
  });

  describe("a guarded view", () => {
    const guard = async (options: StageOptions = {}) => {
      const set = await stage("tessera-account", {
        answers: memberAnswers,
        ...options,
        attributes: { guard: "", ...options.attributes },
      });
      const template = document.createElement("template");
      template.content.append(Object.assign(document.createElement("b"), { textContent: "Secret" }));
      set.widget.append(template);
      set.widget.requestUpdate();
      return set;
    };
    const seen = ({ widget }: Set) => widget.querySelector("b")?.textContent;

    it("asks for signing in, and shows the view afterwards", async () => {
      const set = await guard();
      await set.until(() => set.find("#email"));
      assert.isUndefined(seen(set));
      assert.include(set.text(), "Sign in to see this.");
      await assertAccessible(set.widget);
      set.page.session.begin(session);
      await set.until(() => seen(set) === "Secret");
      assert.exists(set.find("slot"));
      assert.isEmpty(callsOf(set, "identity.getDashboard"));
      set.page.session.end();
      await set.until(() => seen(set) === undefined);
    });

    it("leads to the site's page for signing in and back", async () => {
      history.replaceState(null, "", "?lesson=3");
      const set = await guard({ attributes: { "sign-in-page": "/sign-in?lang=en" } });
      await set.until(() => set.find("a"));
      const url = new URL(set.find("a").getAttribute("href") ?? "");
      assert.equal(url.pathname, "/sign-in");
      assert.equal(url.searchParams.get("lang"), "en");
      assert.equal(url.searchParams.get("tessera_to"), `${location.pathname}?lesson=3`);
      await assertAccessible(set.widget);
    });
  });

  describe("state", () => {
    it("turns by arrows, Home and End", async () => {
      const set = await opened();
      await set.until(() => set.find("#tab-overview"));
      set.find("#tab-overview").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => focused(set)?.id === "tab-details");
      await sendKeys({ press: "End" });
      await set.until(() => focused(set)?.id === "tab-blocked");
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => focused(set)?.id === "tab-overview");
    });

    it("loading shows the outline", async () => {
      const set = await opened({ "identity.getDashboard": () => "never" });
      await set.until(() => set.find("#panel .skeleton"));
      await assertAccessible(set.widget);
    });

    it("slow says so", async () => {
      const set = await opened({ "identity.getDashboard": () => "never" });
      await set.until(() => set.text().includes("takes longer than usual"));
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("offline goes on by itself", async () => {
      const set = await opened({ "identity.getDashboard": () => "down" });
      await assertGoesOn(set, memberAnswers, ".counts");
    }).timeout(20_000);

    it("forbidden and errors are told; an error can be tried again", async () => {
      const set = await opened({
        "identity.getDashboard": () => ({ status: 403, code: "identity.member_inactive" }),
      });
      await set.until(() => set.widget.getAttribute("state") === "forbidden");
      await assertAccessible(set.widget);
      const failing = await opened({
        "identity.getDashboard": () => ({ status: 500, code: "request.internal" }),
      });
      await failing.until(() => failing.widget.getAttribute("state") === "error");
      failing.api.answers = { ...failing.api.answers, ...memberAnswers };
      failing.find("[role=alert] button").click();
      await failing.until(() => failing.find(".counts"));
    }).timeout(20_000);

    it("stale keeps what is shown", async () => {
      const set = await opened();
      await turnTo(set, "security", ".others");
      set.api.answers = {
        ...set.api.answers,
        "identity.listSessions": () => ({ status: 403, code: "request.forbidden" }),
      };
      set.find(".others").click();
      await set.until(() => set.widget.getAttribute("state") === "stale");
      assert.isNotEmpty(set.all("[data-device]"));
    }).timeout(10_000);
  });

  for (const [locale, door, overview, more] of [
    ["zh-CN", "使用密码登录", "2 个即将进行的会话", ["语言", "已登录的设备", "通知类型"]],
    ["ar", "استخدام كلمة مرور", "جلستان قادمتان", ["لغة", "أين سجّلت الدخول", "نوع الخبر"]],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const out = await visit({}, { locale });
      await out.until(() => out.text().includes(door));
      await assertAccessible(out.widget);
      for (const name of ["password", "join"]) {
        await way(out, name);
        await assertAccessible(out.widget);
      }
      const set = await opened({}, { locale });
      await set.until(() => set.text().includes(overview));
      await assertAccessible(set.widget);
      for (const [at, tab] of ["details", "security", "news"].entries()) {
        set.find(`#tab-${tab}`).click();
        await set.until(() => set.text().includes(more[at] ?? "-"));
        await assertAccessible(set.widget);
      }
      assert.equal(set.find(".root").getAttribute("dir"), locale === "ar" ? "rtl" : "ltr");
    }).timeout(10_000);
  }

  looksWell(async (look) => {
    const out = await visit();
    await way(out, "join");
    await look(out);
    const set = await opened();
    for (const [tab, there] of Object.entries(parts)) {
      await turnTo(set, tab, there);
      await look(set);
    }
  });
});
