import { procedure, router } from "../../platform/rpc/procedure.ts";
import { createSample } from "./create-sample.ts";

const people = {
  audience: ["member", "staff", "server"],
  module: "example",
  permission: "example.manage",
} as const;

export const exampleRouter = router({
  createSample: procedure(people).mutation(createSample),
});
