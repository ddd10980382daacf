import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { endHold } from "./end-holds.ts";
import { holdView, presentHold } from "./hold-view.ts";
import { lockHold } from "./lock-hold.ts";

export const releaseHold = operation({
  summary: "Gives a slot back that was kept for the caller. One that is over already stays as it is.",
  input: z.strictObject({ id: z.uuid() }),
  output: holdView,
  async run(scope, { id }) {
    const hold = await lockHold(scope, id);
    const released = hold.state === "live" ? await endHold(scope, hold, "released") : hold;
    return presentHold(released, scope.now);
  },
});
