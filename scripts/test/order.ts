/** Test files that take longest, longest first, whatever their size. `npm test` names the slowest of a run at its end. */
export const longest: readonly string[] = [
  "widgets/src/states.test.ts",
  "widgets/src/more-states.test.ts",
  "scripts/journeys/pages.test.ts",
  "scripts/journeys/hostile-office.test.ts",
  "scripts/new/new.test.ts",
  "api/test/isolation/as-shipped.test.ts",
  "api/test/isolation/without-policies.test.ts",
  "api/test/isolation/without-predicate.test.ts",
  "api/test/isolation/without-walls.test.ts",
  "api/test/crashes.test.ts",
  "api/test/year.test.ts",
  "api/test/clock-changes.test.ts",
  "api/src/platform/jobs/crash.test.ts",
  "api/src/platform/jobs/runner.test.ts",
  "api/src/platform/outbox/relay.test.ts",
  "api/src/platform/timers/advance.test.ts",
  "api/src/modules/money/ledger/campaign.test.ts",
  "api/src/modules/money/payments/orderings.test.ts",
  "api/src/modules/messaging/keys/reseal.test.ts",
  "api/test/chat/reconnect.test.ts",
];

/** Files in the order to begin them: the longest first, so that none of them is left alone at the end, then the largest. */
export function longestFirst(files: readonly string[], sizeOf: (file: string) => number): string[] {
  const rank = (file: string): number => {
    const place = longest.indexOf(file);
    return place === -1 ? longest.length : place;
  };
  return files.toSorted((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a));
}
