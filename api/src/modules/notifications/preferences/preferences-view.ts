import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { categories, channelsOn, maySwitchOff } from "../rules/categories.ts";
import { readChoices } from "./chosen.ts";

/** What reaches a member, by kind of news and channel. */
export const preferencesView = z.object({
  items: z.array(
    z.object({
      category: z.enum(categories),
      inApp: z.boolean(),
      email: z.boolean(),
      /** Whether it can be switched off. */
      isOptional: z.boolean(),
    }),
  ),
});

/** What reaches a member now. */
export async function presentPreferences(
  scope: Scope,
  memberId: string,
): Promise<z.infer<typeof preferencesView>> {
  const chosen = await readChoices(scope, memberId);
  return {
    items: categories.map((category) => {
      const on = channelsOn(category, chosen);
      return {
        category,
        inApp: on.has("inApp"),
        email: on.has("email"),
        isOptional: maySwitchOff(category),
      };
    }),
  };
}
