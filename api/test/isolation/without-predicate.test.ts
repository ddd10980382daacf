import { describe } from "node:test";
import { proveWall } from "./prove-wall.ts";

describe("the scope adds no predicate: row-level security stands alone", () => proveWall("policies alone"));
