import { type Coach } from "../coach.ts";
import { americas } from "./americas.ts";
import { asiaPacific } from "./asia-pacific.ts";
import { berlin } from "./berlin.ts";
import { cairo } from "./cairo.ts";
import { dubai } from "./dubai.ts";
import { lagos } from "./lagos.ts";
import { london } from "./london.ts";
import { paris } from "./paris.ts";
import { shanghai } from "./shanghai.ts";

/** Northlight's coaches. */
export const coaches: readonly Coach[] = [
  ...berlin,
  ...london,
  ...paris,
  ...lagos,
  ...cairo,
  ...dubai,
  ...asiaPacific,
  ...shanghai,
  ...americas,
];
