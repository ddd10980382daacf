import { setTimeout as sleep } from "node:timers/promises";
import { type LoggedEvent } from "../../examples/backend/event-log.ts";
import { type RunningDemo } from "./running-demo.ts";

/** What the coaching site's own server was told by webhooks. */
export const logged = async ({ coaching }: RunningDemo): Promise<LoggedEvent[]> =>
  (await fetch(`${coaching.webhookLogUrl}.json`)).json() as Promise<LoggedEvent[]>;

/** Waits until the site's own server heard what is asked; fails after 30 seconds. */
export async function untilLogged(
  demo: RunningDemo,
  what: string,
  isIt: (event: LoggedEvent) => boolean,
): Promise<LoggedEvent> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const found = (await logged(demo)).find(isIt);
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`The site's server never heard of ${what}.`);
}
