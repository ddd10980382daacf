/** Seconds after which somebody whose page says nothing any more counts as gone: two repeats may be lost. */
export const presenceSeconds = 90;
