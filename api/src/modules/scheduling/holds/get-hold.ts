import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Hold } from "../models/hold.ts";
import { holdsFor } from "../policy.ts";
import { holdView, presentHold } from "./hold-view.ts";

export const getHold = operation({
  summary: "Answers a slot that is or was kept for the caller. It is forgotten a day after it ended.",
  input: z.strictObject({ id: z.uuid() }),
  output: holdView,
  async run(scope, { id }) {
    const [hold] = await scope.read<Hold>`select * from ${Hold} h where id = ${id}`;
    if (!hold || !holdsFor(scope.actor, hold)) throw notFound();
    return presentHold(hold, scope.now);
  },
});
