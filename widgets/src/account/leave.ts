import { type Page } from "../base/contexts.ts";

/** Signs the member out, and ends their pushes in this browser. */
export async function leave(page: Page): Promise<void> {
  await import("../parts/push/end-pushes.ts")
    .then(({ endPushes }) => endPushes(page.client))
    // Whoever wants to leave leaves, whatever else fails.
    .catch(() => undefined);
  await page.signOut();
}
