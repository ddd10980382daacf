import { describe } from "node:test";
import { proveWall } from "./prove-wall.ts";

describe("every policy lets everything pass: the scope's predicate stands alone", () =>
  proveWall("predicate alone"));
