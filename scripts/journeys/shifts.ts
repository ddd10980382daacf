import { type Page } from "playwright-core";

declare global {
  interface Window {
    /** What moved since the page was opened, though nobody did anything: how far, and which elements. */
    shifts: string[];
  }
}

/** Notes what moves on every page that is opened from now on. */
export const countShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.shifts = [];
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.tagName : "text"));
        window.shifts.push(`${entry.value.toFixed(4)} ${moved.join(" ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

/**
 * Reads a page from top to bottom, so that everything that loads when it comes near is there. Somebody who reads goes on when they see
 * something: below a list that is still on its way they would see the page's end, and see it go when the list comes.
 */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    // A chat that nobody opened stays a plain element.
    const coming = ":not(:defined, [display=bubble]), [state=loading], [state=slow]";
    const isComing = () =>
      [...document.querySelectorAll(coming)].some(
        (widget) => widget.getBoundingClientRect().top < innerHeight + 400,
      );
    const seen = async () => {
      await pause(80);
      for (let waited = 0; waited < 8000 && isComing(); waited += 100) await pause(100);
    };
    await seen();
    for (let y = innerHeight / 2; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await seen();
    }
    await pause(400);
  });
}
