import { type Factor } from "./answers.ts";

/** The questions shown together. */
export type Step = readonly Factor[];

// A step is about as high as a phone's screen: a week fills most of it, a writing field or a long list of choices half.
const fullStep = 4;
const roomOf = ({ kind, options }: Factor): number =>
  kind === "week" ? 3 : kind === "text" || options.length > 4 ? 2 : 1;

/** Divides a quiz into steps of neighbouring questions, in the site's order. The twenty questions of a coaching site become eight. */
export function stepsOf(factors: readonly Factor[]): readonly Step[] {
  const steps: Factor[][] = [];
  let room = 0;
  for (const factor of factors) {
    room -= roomOf(factor);
    if (room >= 0) steps.at(-1)?.push(factor);
    else {
      steps.push([factor]);
      room = fullStep - roomOf(factor);
    }
  }
  return steps;
}
