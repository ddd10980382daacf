import { type Scope } from "../../platform/scope/scope.ts";
import { days, plus } from "../../platform/time.ts";
import { createCampaign } from "./credits/campaigns.ts";

/** A code that visitors of the demo can redeem, and one that is for later. */
export async function fillDemo(scope: Scope): Promise<void> {
  const inDays = (count: number) => plus(scope.now, days(count)).toISOString();
  const begin = (code: string, name: string, startsIn: number) =>
    createCampaign.run(scope, {
      code,
      name,
      credits: 20,
      startsAt: inDays(startsIn),
      endsAt: inDays(startsIn + 90),
      cap: 500,
      audience: "everyone",
    });
  await begin("WELCOME20", "A warm welcome", -1);
  await begin("NEXTSEASON", "The next season", 90);
}
