import { assert } from "chai";
import { emulateMedia } from "@web/test-runner-commands";
import { type WidgetScenes } from "../states/scene.ts";
import { assertAccessible } from "./accessible.ts";
import { showScene } from "./show-scene.ts";
import { strike } from "./stage.ts";

const locales = ["en-US", "zh-CN", "ar"];

/** What every widget can be in, by the beginning of the title; what else it can show is its own. */
const everywhere = ["Loading", "Slow", "Error", "Offline", "Forbidden", "Not licensed"];

/** Tests that some widgets can be shown in each of their states, to everybody. */
export const everyState = (shown: readonly WidgetScenes[]): unknown =>
  describe("every state", () => {
    before(() => emulateMedia({ reducedMotion: "reduce" }));
    afterEach(() => {
      strike();
      history.replaceState(null, "", location.pathname);
    });

    for (const { tag, scenes } of shown) {
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
            const sets = await Promise.all(locales.map((locale) => showScene(tag, scene, locale)));
            for (const { widget } of sets) await assertAccessible(widget);
          }).timeout(40_000);
        }
      });
    }
  });
