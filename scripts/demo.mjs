import { runOnOwnNode } from "./own-node.mjs";

runOnOwnNode("scripts/demo/run.ts");
