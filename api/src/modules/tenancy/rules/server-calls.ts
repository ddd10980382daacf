/** The name under which plans say how often one secret key may call in a minute. Nothing is used up of it, so no usage shows it. */
export const serverCallsLimit = "tenancy.server_calls_per_minute";

/** How often one secret key may call in a minute: as the site's team chose, and never more than its plan allows. */
export function serverCallsPerMinute(
  chosen: number,
  limits: Readonly<Record<string, number | null | undefined>>,
): number {
  const most = limits[serverCallsLimit] ?? chosen;
  // A key that may never call cannot be told when to come back.
  return Math.max(1, Math.min(chosen, most));
}
