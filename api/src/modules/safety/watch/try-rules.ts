import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { findingsIn, flagRules } from "../rules/findings.ts";
import { safetyOf, safetySettings } from "../settings.ts";

export const tryRules = operation({
  summary: "Answers what the site's rules find in a text, so that they can be tried before they count.",
  input: z.strictObject({
    text: z.string().max(5000),
    /** Who would see it: everybody, or those it is written to. */
    audience: z.enum(["public", "private"]),
    /** Rules to try; left out, those in force. */
    rules: safetySettings.schema.pick({ words: true, links: true, contacts: true }).optional(),
  }),
  output: z.object({
    findings: z.array(z.object({ rule: z.enum(flagRules), excerpt: z.string() })),
    /** Whether the text would be refused. */
    isRefused: z.boolean(),
  }),
  async run(scope, { text, audience, rules = safetyOf(scope.tenant) }) {
    const findings = findingsIn(text, audience, rules);
    return {
      findings: findings.slice(0, 100),
      isRefused: rules.words.refuses && findings.some(({ rule }) => rule === "words"),
    };
  },
});
