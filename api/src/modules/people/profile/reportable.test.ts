import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { reportableProfile } from "./reportable.ts";

interface Notification {
  readonly name: string;
  readonly title: string;
}

describe("a profile the team takes from sight", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site("Hidden site");
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  it("tells its owner by mail and on the page, and again when it is shown; what was taken back at once is not told", async () => {
    const email = "ada@hidden.example";
    const ada = await site.signIn(email);
    await house.ok("people.updateProfile", { headline: "Coach" }, ada);
    const told = async () =>
      (await house.ok<{ items: Notification[] }>("notifications.listNotifications", {}, ada)).items.map(
        ({ title }) => title,
      );
    const subjects = async () => (await house.mailsTo(site.live, email)).map(({ subject }) => subject);
    const hide = () => house.within(site.live, (scope) => reportableProfile.hide(scope, ada.memberId));
    const restore = () => house.within(site.live, (scope) => reportableProfile.restore(scope, ada.memberId));

    await hide();
    const hidden = "Your profile on Hidden site is hidden";
    await house.until("the news", async () => (await told()).includes(hidden));
    await house.until("the mail", async () => (await subjects()).includes(hidden));
    await hide();
    await restore();
    const shown = "Your profile on Hidden site is shown again";
    await house.until("the news", async () => (await told()).includes(shown));
    await house.until("the mail", async () => (await subjects()).includes(shown));
    assert.deepEqual(await told(), [shown, hidden]);

    await house.within(site.live, async (scope) => {
      await reportableProfile.hide(scope, ada.memberId);
      await reportableProfile.restore(scope, ada.memberId);
    });
    await house.until("the news", async () => (await told()).length > 2);
    assert.deepEqual(await told(), [shown, shown, hidden]);
  });
});
