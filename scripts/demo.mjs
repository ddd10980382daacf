import { bounded, runOnOwnNode } from "./own-node.mjs";

runOnOwnNode("scripts/demo/run.ts", bounded);
