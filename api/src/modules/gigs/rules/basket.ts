import { type GigExtra } from "./details.ts";

/** A package as far as it decides what an order comes to. */
export interface SoldPackage {
  readonly id: string;
  readonly title: string;
  readonly amountMinor: number;
  readonly deliveryDays: number;
  /** How often the buyer may ask for changes; null for as often as they like. */
  readonly revisions: number | null;
}

/** What somebody wants of a gig. */
export interface BasketItem {
  readonly packageId: string;
  readonly quantity: number;
  /** Extras of the gig that are added to each. */
  readonly extraIds: readonly string[];
}

/** What a basket comes to. */
export interface Basket {
  /** What it is made of; the price is their sum. */
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly amountMinor: number;
  }[];
  /** Of the package that takes longest, and what every extra adds. */
  readonly days: number;
  /** Of the most generous package; null for as often as the buyer likes. */
  readonly revisions: number | null;
}

/** Works out what a basket comes to; null when it names a package or an extra that the gig does not have. */
export function basketOf(
  items: readonly BasketItem[],
  { packages, extras }: { readonly packages: readonly SoldPackage[]; readonly extras: readonly GigExtra[] },
): Basket | null {
  const lines: Basket["lines"][number][] = [];
  const taken: SoldPackage[] = [];
  const added = new Map<string, number>();
  for (const { packageId, quantity, extraIds } of items) {
    const sold = packages.find(({ id }) => id === packageId);
    if (!sold) return null;
    taken.push(sold);
    lines.push({ title: sold.title, quantity, amountMinor: sold.amountMinor * quantity });
    for (const extraId of extraIds) {
      const extra = extras.find(({ id }) => id === extraId);
      if (!extra) return null;
      added.set(extra.id, extra.addedDays);
      lines.push({ title: extra.title, quantity, amountMinor: extra.amountMinor * quantity });
    }
  }
  const later = [...added.values()].reduce((sum, days) => sum + days, 0);
  const revisions = taken.map((sold) => sold.revisions ?? Infinity);
  const most = Math.max(...revisions);
  return {
    lines,
    days: Math.max(...taken.map(({ deliveryDays }) => deliveryDays)) + later,
    revisions: most === Infinity ? null : most,
  };
}
