import { LotModel } from "./lot-model.ts";

/**
 * The ledger as arithmetic: balances in a map, every rule written down once more. The campaign runs the real ledger beside it
 * and compares after every step.
 */

/** A place in the model: what `account.ts` calls kind and owner. */
export interface Place {
  readonly kind: string;
  readonly owner: string;
}

/** One movement a call asks for. */
export type Ask =
  | {
      readonly does: "transfer" | "reserve";
      readonly id: string;
      readonly debit: Place;
      readonly credit: Place;
      readonly unit: string;
      readonly amount: number;
      /** In how many days it expires what it brings to a wallet; null never. */
      readonly endsIn: number | null;
    }
  | {
      readonly does: "reverse";
      readonly id: string;
      /** The movement that is taken back, in part perhaps. */
      readonly reverses: string;
      readonly debit: Place;
      readonly credit: Place;
      readonly unit: string;
      readonly amount: number;
    }
  | {
      /** What is left of a lot is gone. */
      readonly does: "expire";
      readonly id: string;
      readonly lot: string;
      readonly debit: Place;
      readonly credit: Place;
      readonly unit: string;
      readonly amount: number;
    }
  | {
      readonly does: "keep" | "giveBack";
      readonly id: string;
      readonly pendingId: string;
      readonly amount: number;
    };

/** What one place holds. */
export interface Held {
  debited: number;
  credited: number;
  reserved: number;
  expected: number;
}

export interface Entry {
  readonly ask: Ask;
  readonly debit: string;
  readonly credit: string;
}

/** How a call ends: recorded, or refused for one of these reasons. */
export type Outcome = "recorded" | readonly string[];

const unguarded = new Set(["gateway", "clearing", "fees", "goodwill", "issued"]);

export class LedgerModel {
  readonly held = new Map<string, Held>();
  readonly lots = new LotModel();
  /** How much of a movement was taken back. */
  readonly reversed = new Map<string, number>();
  readonly entries = new Map<string, Entry>();
  readonly resolved = new Set<string>();

  /** The key of a place's account in a unit. */
  static keyOf = ({ kind, owner }: Place, unit: string): string => `${kind} ${owner} ${unit}`;

  /** Applies a call, all of it or nothing. */
  apply(asks: readonly Ask[]): Outcome {
    const reasons = new Set<string>();
    const changes = new Map<string, Held>();
    const fresh: Entry[] = [];
    const closing = new Set<string>();
    const reversing = new Map<string, number>();
    for (const ask of asks) {
      const known = this.entries.get(ask.id);
      if (known) {
        if (JSON.stringify(known.ask) !== JSON.stringify(ask)) reasons.add("money.transfer_conflict");
        continue;
      }
      const entry = this.#entryOf(ask);
      if ("pendingId" in ask) {
        if (this.resolved.has(ask.pendingId) || closing.has(ask.pendingId)) {
          reasons.add("money.transfer_not_pending");
          continue;
        }
        closing.add(ask.pendingId);
      }
      if (ask.does === "reverse") {
        const before = (this.reversed.get(ask.reverses) ?? 0) + (reversing.get(ask.reverses) ?? 0);
        if (before + ask.amount > this.amountOf(ask.reverses)) reasons.add("money.transfer_reversed");
        reversing.set(ask.reverses, (reversing.get(ask.reverses) ?? 0) + ask.amount);
      }
      fresh.push(entry);
      this.#change(changes, entry);
    }
    for (const [key, change] of changes) {
      const { debited, credited, reserved } = sum(this.#at(key), change);
      if (!unguarded.has(key.split(" ")[0]!) && credited - debited - reserved < 0)
        reasons.add("money.balance_too_low");
    }
    if (reasons.size > 0) {
      // Whichever is found first is told.
      if (!this.lots.covers(fresh, this.entries)) reasons.add("money.balance_too_low");
      return [...reasons];
    }
    if (!this.lots.apply(fresh, this.entries)) return ["money.balance_too_low"];
    for (const [id, amount] of reversing) this.reversed.set(id, (this.reversed.get(id) ?? 0) + amount);
    for (const entry of fresh) this.entries.set(entry.ask.id, entry);
    for (const id of closing) this.resolved.add(id);
    for (const [key, change] of changes) this.held.set(key, sum(this.#at(key), change));
    return "recorded";
  }

  /** Reservations that nobody has resolved. */
  get open(): string[] {
    return [...this.entries]
      .filter(([id, { ask }]) => ask.does === "reserve" && !this.resolved.has(id))
      .map(([id]) => id);
  }

  /** Movements at once that can be taken back. */
  get reversible(): Extract<Ask, { does: "transfer" | "reserve" }>[] {
    const isGuarded = ({ kind }: Place) => !unguarded.has(kind);
    return [...this.entries.values()].flatMap(({ ask }) =>
      ask.does === "transfer" && (isGuarded(ask.debit) || isGuarded(ask.credit)) ? [ask] : [],
    );
  }

  /** What was reserved under an id. */
  amountOf = (pendingId: string): number => this.entries.get(pendingId)!.ask.amount;

  #at = (key: string): Held => this.held.get(key) ?? { debited: 0, credited: 0, reserved: 0, expected: 0 };

  #entryOf(ask: Ask): Entry {
    if ("pendingId" in ask) {
      const { debit, credit } = this.entries.get(ask.pendingId)!;
      return { ask, debit, credit };
    }
    return {
      ask,
      debit: LedgerModel.keyOf(ask.debit, ask.unit),
      credit: LedgerModel.keyOf(ask.credit, ask.unit),
    };
  }

  #change(changes: Map<string, Held>, { ask, debit, credit }: Entry): void {
    const amount = ask.does === "giveBack" ? 0 : ask.amount;
    const pending =
      ask.does === "reserve" ? ask.amount : "pendingId" in ask ? -this.amountOf(ask.pendingId) : 0;
    const posted = ask.does === "reserve" ? 0 : amount;
    const add = (key: string, change: Held) => changes.set(key, sum(changes.get(key) ?? zero(), change));
    add(debit, { debited: posted, credited: 0, reserved: pending, expected: 0 });
    add(credit, { debited: 0, credited: posted, reserved: 0, expected: pending });
  }
}

const zero = (): Held => ({ debited: 0, credited: 0, reserved: 0, expected: 0 });

const sum = (a: Held, b: Held): Held => ({
  debited: a.debited + b.debited,
  credited: a.credited + b.credited,
  reserved: a.reserved + b.reserved,
  expected: a.expected + b.expected,
});
