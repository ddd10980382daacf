import { z } from "zod";
import { type Module } from "../api/src/platform/module.ts";

/** An event for everybody in a room, shown as it was announced. */
export const saidEvent = (members: readonly string[]): Pick<Module, "events"> => ({
  events: {
    "bench.said": {
      fact: z.object({}),
      recipients: () => members,
      frame: { view: z.object({}), present: async (_scope, fact) => fact },
      webhook: null,
    },
  },
});
