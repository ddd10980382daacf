import { runOnOwnNode } from "./own-node.mjs";

runOnOwnNode("scripts/test/run.ts");
