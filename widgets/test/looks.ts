import { assert } from "chai";
import { assertAccessible } from "./accessible.ts";
import { type Stage } from "./stage.ts";

/** Called at each stop of a walk through what a widget shows. */
type Look = (set: Stage) => Promise<void>;

/**
 * Tests that a widget reads well in the light and in the dark, and stays within the width of a phone, a tablet, a desk and a wall.
 * `walk` opens it and goes through what it shows.
 */
export function looksWell(walk: (look: Look) => Promise<void>): void {
  for (const scheme of ["light", "dark"]) {
    it(`reads well in ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = scheme === "dark" ? "#000" : "#fff";
      await walk(({ widget }) => assertAccessible(widget));
      document.documentElement.style.colorScheme = "";
      document.body.style.background = "";
    });
  }

  for (const width of [320, 768, 1280, 2560]) {
    it(`fits ${width} px`, () =>
      walk(async ({ widget, find }) => {
        widget.style.inlineSize = `${width}px`;
        assert.isAtMost(find(".root").scrollWidth, width);
      }));
  }
}
