/** Where an application stands. */
export type ApplicationState = "applied" | "approved" | "rejected" | "withdrawn";

/** Whether a person with these earlier applications for a role may apply: not while one waits or after one was approved. */
export const mayApply = (earlier: readonly ApplicationState[]): boolean =>
  !earlier.some((state) => state === "applied" || state === "approved");
