import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { factor } from "./factors.ts";
import { peopleOf } from "../settings.ts";

export const getQuiz = operation({
  summary: "Answers the questions of the site's quiz, in every language.",
  input: z.strictObject({}),
  output: z.object({ factors: z.array(factor) }),
  run: async ({ tenant }) => ({ factors: peopleOf(tenant).factors }),
});
