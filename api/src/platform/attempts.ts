import { wallClock } from "./clock.ts";
import { requestFailure } from "./errors.ts";
import { type Scope } from "./scope/scope.ts";
import { fingerprint } from "./secrets.ts";

/** How often somebody may try something that guards a secret, all processes together. */
export interface AttemptLimit {
  /** `module.what`, such as `identity.sign_in`. */
  readonly what: string;
  /** Who tries, or on whom: an address, an e-mail, both. Stored only as a keyed fingerprint. */
  readonly who: string;
  readonly times: number;
  readonly minutes: number;
}

const keyOf = (scope: Scope, { what, who }: AttemptLimit): string =>
  fingerprint("attempts", JSON.stringify([scope.tenant.id, what, who]));

// Microseconds until one attempt is allowed again.
const stepOf = ({ minutes, times }: AttemptLimit): number => Math.ceil((minutes * 60_000_000) / times);

/** Counts an attempt in the call's transaction, and tells whether it was still allowed; one that was not is not counted. */
export async function isAttemptLeft(scope: Scope, limit: AttemptLimit): Promise<boolean> {
  const key = keyOf(scope, limit);
  const nowUs = wallClock().getTime() * 1000;
  const windowUs = limit.minutes * 60_000_000;
  const stepUs = stepOf(limit);
  // The generic cell rate algorithm, as in rpc/limits.ts: one row holds when the whole allowance is back.
  const taken = await scope.sql`
    insert into rate_limits (key, tat) values (${key}, ${nowUs + stepUs}::bigint)
    on conflict (key) do update set tat = greatest(rate_limits.tat, ${nowUs}::bigint) + ${stepUs}::bigint
    where greatest(rate_limits.tat, ${nowUs}::bigint) + ${stepUs}::bigint <= ${nowUs + windowUs}::bigint
    returning key`;
  return taken.length === 1;
}

/**
 * Counts an attempt in the call's transaction. Refuses with `request.rate_limited` once `times` were made; the allowance comes
 * back evenly over `minutes`. Take it in a transaction that commits before the secret is checked, or a failure is not counted.
 */
export async function takeAttempt(scope: Scope, limit: AttemptLimit): Promise<void> {
  if (await isAttemptLeft(scope, limit)) return;
  const [row] = await scope.sql<{
    tat: number;
  }>`select tat from rate_limits where key = ${keyOf(scope, limit)}`;
  const nowUs = wallClock().getTime() * 1000;
  const again = (row?.tat ?? nowUs) + stepOf(limit) - nowUs - limit.minutes * 60_000_000;
  const seconds = Math.max(1, Math.ceil(again / 1_000_000));
  throw requestFailure("request.rate_limited", { seconds });
}

/** Gives one attempt back, after one that turned out to be all right. */
export async function returnAttempt(scope: Scope, limit: AttemptLimit): Promise<void> {
  await scope.sql`update rate_limits set tat = tat - ${stepOf(limit)}::bigint where key = ${keyOf(scope, limit)}`;
}

/** Gives the whole allowance back, after the right secret. */
export async function forgiveAttempts(scope: Scope, limit: AttemptLimit): Promise<void> {
  await scope.sql`delete from rate_limits where key = ${keyOf(scope, limit)}`;
}
