import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { categories, channels } from "../rules/categories.ts";
import { choose } from "./chosen.ts";
import { preferencesView, presentPreferences } from "./preferences-view.ts";

export const updatePreferences = operation({
  summary: "Switches kinds of news on or off on a channel; what protects the account stays on.",
  input: z.strictObject({
    changes: z
      .array(z.strictObject({ category: z.enum(categories), channel: z.enum(channels), isOn: z.boolean() }))
      .min(1)
      .max(categories.length * channels.length),
  }),
  output: preferencesView,
  async run(scope, { changes }) {
    const memberId = callingMember(scope);
    for (const change of changes) await choose(scope, memberId, change);
    return presentPreferences(scope, memberId);
  },
});
