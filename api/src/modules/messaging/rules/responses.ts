/** Seconds within which an answer counts as given: a day. */
export const responseSeconds = 86_400;

/** How somebody answers, from what was counted; null parts while nobody has written to them. */
export function responsesOf({
  answered,
  late,
  overdue,
  seconds,
}: {
  readonly answered: number;
  readonly late: number;
  /** Questions older than a day that wait still. */
  readonly overdue: number;
  readonly seconds: number;
}): { readonly rate: number | null; readonly averageSeconds: number | null } {
  const asked = answered + late + overdue;
  return {
    rate: asked === 0 ? null : Math.round((answered / asked) * 100),
    averageSeconds: answered === 0 ? null : Math.round(seconds / answered),
  };
}
