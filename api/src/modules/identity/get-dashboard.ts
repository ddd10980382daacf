import { z } from "zod";
import { installedModules } from "../../platform/installed-modules.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { callingMember } from "./policy.ts";

export const getDashboard = operation({
  summary:
    "Answers how much waits for the caller or lies ahead (bookings, orders, news, reviews), and which modules the site has active.",
  input: z.strictObject({}),
  output: z.object({
    /** As many as the list of that kind holds; what the site has no module for is left out. */
    counts: z.record(z.string(), z.int().min(0)),
    modules: z.array(z.string()),
  }),
  async run(scope) {
    const memberId = callingMember(scope);
    const active = scope.tenant.activeModules;
    const offered = installedModules()
      .flatMap(({ counts }) => Object.entries(counts))
      .filter(([, { module }]) => module === "core" || active.includes(module));
    const counted = await Promise.all(
      offered.map(async ([name, { read }]) => [name, await read(scope, memberId)] as const),
    );
    return { counts: Object.fromEntries(counted), modules: [...active] };
  },
});
