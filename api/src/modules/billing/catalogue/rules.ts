/** How a module stands for a tenant; see `moduleView`. */
export const moduleStates = [
  "included",
  "trial",
  "licensed",
  "grace",
  "suspended",
  "off",
  "available",
] as const;
export type ModuleState = (typeof moduleStates)[number];

/** How a module stands, by what the plan brings, what the team switched off, and the licence that is in force. */
export function stateOfModule({
  isIncluded,
  isOff,
  licence,
}: {
  readonly isIncluded: boolean;
  readonly isOff: boolean;
  readonly licence: { readonly kind: string; readonly state: string } | null;
}): ModuleState {
  if (!isIncluded && licence === null) return "available";
  if (isOff) return "off";
  // What the plan brings is there whatever became of a licence.
  if (isIncluded) return "included";
  if (licence?.state === "suspended" || licence?.state === "grace") return licence.state;
  return licence?.kind === "trial" ? "trial" : "licensed";
}
