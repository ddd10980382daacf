import { assertAccessible } from "./accessible.ts";
import { type Answers } from "./fake-api.ts";
import { type Stage } from "./stage.ts";

/** Throws unless a widget whose API is down says so, and goes on by itself to what is shown once the connection is back. */
export async function assertGoesOn(set: Stage, answers: Answers, shown: string): Promise<void> {
  const isOffline = () => set.widget.getAttribute("state") === "offline";
  // A widget tries again for a while before it gives up.
  await set.until(isOffline);
  await assertAccessible(set.widget);
  set.api.answers = { ...set.api.answers, ...answers };
  dispatchEvent(new Event("online"));
  await set.until(() => set.find(shown));
}
