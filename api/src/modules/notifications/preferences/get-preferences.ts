import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { preferencesView, presentPreferences } from "./preferences-view.ts";

export const getPreferences = operation({
  summary: "Answers which news reaches the member on which channel.",
  input: z.strictObject({}),
  output: preferencesView,
  run: (scope) => presentPreferences(scope, callingMember(scope)),
});
