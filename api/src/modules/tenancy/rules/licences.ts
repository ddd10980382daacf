import { days, plus } from "../../../platform/time.ts";

/** A trial runs once; a subscription for paid periods; a lifetime licence never ends by itself. */
export const licenceKinds = ["trial", "subscription", "lifetime"] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** How it came about. */
export const licenceSources = ["trial", "purchase", "operator"] as const;
export type LicenceSource = (typeof licenceSources)[number];

export const licenceStates = ["active", "grace", "suspended", "expired", "replaced", "revoked"] as const;
export type LicenceState = (typeof licenceStates)[number];

/** Those of a licence that has not ended: a module has at most one such. */
export const statesInForce = ["active", "grace", "suspended"] as const satisfies readonly LicenceState[];

/** Those in which the module may be used. */
export const usableStates = ["active", "grace"] as const satisfies readonly LicenceState[];

/** What follows of a licence by time alone. */
export interface LicenceTerms {
  readonly kind: LicenceKind;
  readonly state: LicenceState;
  /** Null for a lifetime licence. */
  readonly expiresAt: Date | null;
}

export const isInForce = (state: LicenceState): boolean => statesInForce.some((each) => each === state);

/** When a licence stops counting unless it is renewed: only subscriptions have grace. Null when it never does. */
export function endOf(
  { kind, expiresAt }: Pick<LicenceTerms, "kind" | "expiresAt">,
  graceDays: number,
): Date | null {
  if (expiresAt === null) return null;
  return kind === "subscription" ? plus(expiresAt, days(graceDays)) : expiresAt;
}

/** The state of a licence at a moment, as time alone makes it. A suspended one waits for its payment, however long that takes. */
export function stateAt(terms: LicenceTerms, graceDays: number, now: Date): LicenceState {
  const end = endOf(terms, graceDays);
  if (!isInForce(terms.state) || terms.state === "suspended" || end === null) return terms.state;
  if (end <= now) return "expired";
  if (terms.state === "active" && terms.expiresAt !== null && terms.expiresAt <= now) return "grace";
  return terms.state;
}

/** When somebody is to be told that a licence ends: a week and a day before, as far as that lies ahead. */
export function warningsOf(
  expiresAt: Date,
  now: Date,
): readonly { readonly key: string; readonly at: Date }[] {
  return [7, 1]
    .map((before) => ({ key: `${before}d`, at: plus(expiresAt, -days(before)) }))
    .filter(({ at }) => at > now);
}
