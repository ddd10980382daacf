import { describe } from "node:test";
import { proveWall } from "./prove-wall.ts";

describe("as shipped: the scope's predicate and row-level security", () => proveWall("both"));
