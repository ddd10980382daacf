import { type Seller } from "../seller.ts";
import { makers } from "./makers.ts";
import { performers } from "./performers.ts";
import { writers } from "./writers.ts";

/** Everybody who sells on the market. */
export const sellers: readonly Seller[] = [...makers, ...writers, ...performers];
