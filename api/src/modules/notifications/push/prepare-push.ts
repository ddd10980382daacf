import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { makePushKey } from "./push-keys.ts";

export const preparePush = operation({
  summary: "Answers the site's public key, which a browser needs to subscribe to pushes.",
  input: z.strictObject({}),
  output: z.object({ publicKey: z.string() }),
  run: async (scope) => ({ publicKey: await makePushKey(scope) }),
});
