import { heapFlags, runOnOwnNode } from "./own-node.mjs";

runOnOwnNode("scripts/demo/run.ts", heapFlags);
