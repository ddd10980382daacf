import { assert } from "chai";
import { emulateMedia } from "@web/test-runner-commands";
import { allScenes } from "../states/all.ts";
import { type Scene } from "../states/scene.ts";
import { walk } from "../states/walk.ts";
import { assertAccessible } from "../test/accessible.ts";
import { session } from "../test/coach.ts";
import { stage, strike } from "../test/stage.ts";
import { TesseraAccount } from "./account/account.ts";
import { TesseraBooking } from "./booking/booking.ts";
import { TesseraBookings } from "./bookings/bookings.ts";
import { TesseraCheckout } from "./checkout/checkout.ts";
import { TesseraHours } from "./hours/hours.ts";
import { TesseraMatch } from "./match/match.ts";
import { TesseraPeople } from "./people/people.ts";
import { TesseraProfile } from "./profile/profile.ts";

const elements = [
  TesseraAccount,
  TesseraBooking,
  TesseraBookings,
  TesseraCheckout,
  TesseraHours,
  TesseraMatch,
  TesseraPeople,
  TesseraProfile,
];

const locales = ["en-US", "zh-CN", "ar"];

/** What every widget can be in, by the beginning of the title; what else it can show is its own. */
const everywhere = ["Loading", "Slow", "Error", "Offline", "Forbidden", "Not licensed"];

async function show(tag: string, scene: Scene, locale: string) {
  const { attributes = {}, answers = () => ({}), isSignedIn = false, address, steps = [], state } = scene;
  if (address) history.replaceState(null, "", location.pathname + address);
  const set = await stage(tag, {
    locale,
    attributes,
    answers: { "scheduling.listHostOffers": () => ({ items: [], nextCursor: null }), ...answers() },
    before: (page) => {
      if (isSignedIn) page.session.begin(session);
    },
  });
  const { shadowRoot } = set.widget;
  assert.isTrue(elements.some((element) => set.widget instanceof element));
  await walk(shadowRoot ?? set.widget, steps);
  const deadline = Date.now() + 9_000;
  while (set.widget.getAttribute("state") !== state && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(set.widget.getAttribute("state"), state, set.text());
  if (state !== "loading") await set.until(() => set.find(".root").lang === locale);
  return set;
}

describe("every state", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", location.pathname);
  });

  for (const { tag, scenes } of allScenes) {
    describe(`<${tag}>`, () => {
      it("can be in all that every widget can be in", () => {
        const titles = scenes.map(({ title }) => title);
        assert.lengthOf(new Set(titles), titles.length);
        const missing = everywhere.filter((name) => !titles.some((title) => title.startsWith(name)));
        assert.deepEqual(missing, []);
        assert.isTrue(scenes.some(({ state }) => state === "signed-out"));
      });

      for (const scene of scenes) {
        it(`${scene.title}: accessible in three languages`, async () => {
          // Side by side: slow is seen after seconds.
          const sets = await Promise.all(locales.map((locale) => show(tag, scene, locale)));
          for (const { widget } of sets) await assertAccessible(widget);
        }).timeout(40_000);
      }
    });
  }
});
