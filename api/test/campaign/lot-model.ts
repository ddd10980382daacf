import { type Entry } from "./ledger-model.ts";

/** What came into a wallet at once. */
interface Lot {
  readonly id: string;
  readonly wallet: string;
  /** Days until it expires; infinite when it never does. */
  readonly endsIn: number;
  remaining: number;
}

const isWallet = (key: string): boolean => key.startsWith("wallet ");

/** The lots of all wallets as arithmetic: spent in the order in which they end, refilled the other way round. */
export class LotModel {
  #lots: Lot[] = [];
  /** What a transfer out of a wallet took of which lots. */
  #uses = new Map<string, Map<string, number>>();

  /** Applies what a call recorded: arrivals before departures. Answers false, and changes nothing, when a lot cannot give what is asked. */
  apply(fresh: readonly Entry[], known: ReadonlyMap<string, Entry>): boolean {
    const before = this.#keep();
    const isCovered = this.#move(fresh, known);
    if (!isCovered) this.#restore(before);
    return isCovered;
  }

  /** Whether the lots can give what a call asks. */
  covers(fresh: readonly Entry[], known: ReadonlyMap<string, Entry>): boolean {
    const before = this.#keep();
    const isCovered = this.#move(fresh, known);
    this.#restore(before);
    return isCovered;
  }

  /** What is left of every lot, by its id. */
  get remaining(): Record<string, number> {
    return Object.fromEntries(
      this.#lots
        .map(({ id, remaining }): [string, number] => [id, remaining])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** Lots of which something is left, and where they are. */
  get spendable(): readonly Lot[] {
    return this.#lots.filter(({ remaining }) => remaining > 0);
  }

  #keep = () => ({ lots: structuredClone(this.#lots), uses: structuredClone(this.#uses) });

  #restore({ lots, uses }: { readonly lots: Lot[]; readonly uses: Map<string, Map<string, number>> }): void {
    this.#lots = lots;
    this.#uses = uses;
  }

  #move(fresh: readonly Entry[], known: ReadonlyMap<string, Entry>): boolean {
    const byId = fresh.toSorted((a, b) => (a.ask.id < b.ask.id ? -1 : 1));
    for (const entry of byId) this.#arrive(entry, known);
    return byId.every((entry) => this.#leave(entry));
  }

  #arrive({ ask, debit, credit }: Entry, known: ReadonlyMap<string, Entry>): void {
    const isArrival = ask.does === "transfer" || ask.does === "expire" || ask.does === "keep";
    if (isArrival && isWallet(credit)) {
      const source = "pendingId" in ask ? known.get(ask.pendingId)!.ask : ask;
      const endsIn = ("endsIn" in source ? source.endsIn : null) ?? Infinity;
      this.#lots.push({ id: ask.id, wallet: credit, endsIn, remaining: ask.amount });
    }
    if ("pendingId" in ask && isWallet(debit)) {
      const reserved = known.get(ask.pendingId)!.ask.amount;
      this.#refill(ask.pendingId, reserved - (ask.does === "keep" ? ask.amount : 0));
    }
    if (ask.does === "reverse" && isWallet(credit)) this.#refill(ask.reverses, ask.amount);
  }

  #refill(spentBy: string, amount: number): void {
    let left = amount;
    const uses = this.#uses.get(spentBy) ?? new Map<string, number>();
    for (const lot of this.#inOrder().toReversed()) {
      const part = Math.min(left, uses.get(lot.id) ?? 0);
      uses.set(lot.id, (uses.get(lot.id) ?? 0) - part);
      lot.remaining += part;
      left -= part;
    }
  }

  #leave({ ask, debit }: Entry): boolean {
    if ("pendingId" in ask || !isWallet(debit)) return true;
    const only = ask.does === "expire" ? ask.lot : ask.does === "reverse" ? ask.reverses : null;
    let left = ask.amount;
    const uses = new Map<string, number>();
    for (const lot of this.#inOrder()) {
      if (lot.wallet !== debit || (only !== null && lot.id !== only)) continue;
      const part = Math.min(left, lot.remaining);
      if (part === 0) continue;
      lot.remaining -= part;
      uses.set(lot.id, part);
      left -= part;
    }
    this.#uses.set(ask.id, uses);
    return left === 0;
  }

  // Lots of one campaign are opened at one moment, so that those that end alike follow their ids.
  #inOrder = (): Lot[] =>
    this.#lots.toSorted((a, b) => (a.endsIn === b.endsIn ? (a.id < b.id ? -1 : 1) : a.endsIn - b.endsIn));
}
