import assert from "node:assert/strict";
import fc from "fast-check";
import { balancesOf } from "../../src/modules/money/ledger/balance.ts";
import { findWrongAccounts, sumUnits } from "../../src/modules/money/ledger/audit-books.ts";
import { post } from "../../src/modules/money/ledger/post.ts";
import {
  pendingTransfer,
  postPending,
  reversal,
  transfer,
  type TransferGroup,
  voidPending,
} from "../../src/modules/money/ledger/transfer.ts";
import { type MoneyHouse, newTenant } from "../../src/modules/money/testing.ts";
import { LedgerLot } from "../../src/modules/money/models/ledger-lot.ts";
import { wallClock } from "../../src/platform/clock.ts";
import { days, plus } from "../../src/platform/time.ts";
import { derivedId } from "../../src/platform/ids.ts";
import { type Scope } from "../../src/platform/scope/scope.ts";
import { type Tenant } from "../../src/platform/scope/tenant.ts";
import { type Ask, LedgerModel, type Place } from "./ledger-model.ts";

/** The real ledger under test: one tenant of a house. */
export interface Books {
  readonly house: MoneyHouse;
  readonly tenant: Tenant;
}

/** Where a process dies while it posts. */
type Crash = "nowhere" | "before commit" | "connection lost" | "after commit";

type Command = fc.AsyncCommand<LedgerModel, Books>;

const places: readonly Place[] = [
  { kind: "issued", owner: "" },
  { kind: "gateway", owner: "g" },
  { kind: "clearing", owner: "g" },
  { kind: "fees", owner: "" },
  ...["a", "b", "c"].map((owner) => ({ kind: "wallet", owner })),
  ...["o1", "o2"].map((owner) => ({ kind: "escrow", owner })),
];
const guardedPlaces = places.slice(4);
const units = ["EUR", "credits"];

class Crashed extends Error {}

/** One call with some movements, in which the process may die. Whoever cannot know how it ended asks again. */
class Call implements Command {
  readonly #choose: (model: LedgerModel) => Ask[];
  readonly #crash: Crash;

  constructor(choose: (model: LedgerModel) => Ask[], crash: Crash) {
    this.#choose = choose;
    this.#crash = crash;
  }

  check = (model: Readonly<LedgerModel>): boolean => this.#choose(model as LedgerModel).length > 0;

  async run(model: LedgerModel, books: Books): Promise<void> {
    const asks = this.#choose(model);
    const isLost = this.#crash === "before commit" || this.#crash === "connection lost";
    const expected = isLost ? null : model.apply(asks);
    const found = await this.#attempt(books, asks);
    if (expected === "recorded") {
      assert.equal(found, "recorded");
      if (this.#crash === "after commit") assert.equal(await this.#attempt(books, asks), "recorded");
    } else if (expected !== null) {
      assert.ok(expected.includes(found), `${found} instead of ${expected.join(" or ")}`);
    }
    await compare(model, books);
  }

  async #attempt({ house, tenant }: Books, asks: readonly Ask[]): Promise<string> {
    try {
      await house.transact(
        async (scope) => {
          await post(scope, [toGroup(asks)]);
          if (this.#crash === "before commit") throw new Crashed();
          if (this.#crash === "connection lost")
            await scope.sql`select pg_terminate_backend(pg_backend_pid())`;
        },
        { tenant, now },
      );
      return "recorded";
    } catch (failure) {
      const { code } = failure as { code?: string };
      if (code?.startsWith("money.")) return code;
      // A lost connection shows in many ways, the failing rollback among them.
      if (failure instanceof Crashed || this.#crash === "connection lost") return "crashed";
      throw failure;
    }
  }

  toString = (): string => `call, dies ${this.#crash}`;
}

/** Sums of busy accounts are taken in between, as the timer does. */
class Snapshot implements Command {
  check = (): boolean => true;
  async run(model: LedgerModel, books: Books): Promise<void> {
    await books.house.transact((scope) => scope.sql`select ledger_snapshot(${scope.now})`, {
      tenant: books.tenant,
    });
    await compare(model, books);
  }
  toString = (): string => "snapshot";
}

async function compare(model: LedgerModel, { house, tenant }: Books): Promise<void> {
  await house.inspect(
    async (scope: Scope) => {
      for (const unit of units) {
        const balances = await balancesOf(scope, places, unit);
        for (const [index, place] of places.entries()) {
          const held = model.held.get(LedgerModel.keyOf(place, unit)) ?? {
            debited: 0,
            credited: 0,
            reserved: 0,
            expected: 0,
          };
          const { debited, credited, reserved, expected } = balances[index]!;
          const isGuarded = guardedPlaces.includes(place);
          // Promises are counted on guarded accounts alone.
          const wanted = isGuarded ? held : { ...held, reserved: 0, expected: 0 };
          assert.deepEqual(
            { debited, credited, reserved, expected },
            wanted,
            `${place.kind} ${place.owner} ${unit}`,
          );
        }
      }
      for (const { difference, unit } of await sumUnits(scope)) assert.equal(difference, 0, unit);
      assert.deepEqual(await findWrongAccounts(scope), []);
      const lots = await scope.read<LedgerLot>`select id, remaining from ${LedgerLot} l order by id`;
      assert.deepEqual(
        Object.fromEntries(lots.map(({ id, remaining }) => [id, remaining])),
        model.lots.remaining,
      );
    },
    { tenant },
  );
}

// One moment for a whole campaign: what counts of a lot is when it ends, and that its time is not over.
const now = wallClock();

const endOf = ({ endsIn }: { readonly endsIn: number | null }): Date | null =>
  endsIn === null ? null : plus(now, days(endsIn));

function toGroup(asks: readonly Ask[]): TransferGroup {
  return {
    cause: "campaign.moved",
    transfers: asks.map((ask) => {
      switch (ask.does) {
        case "transfer":
          return transfer({ ...ask, lotExpiresAt: endOf(ask) });
        case "reserve":
          return pendingTransfer({ ...ask, lotExpiresAt: endOf(ask) });
        case "reverse":
          return reversal(ask);
        case "expire":
          return transfer({ ...ask, fromLot: ask.lot });
        case "keep":
          return postPending(ask);
        case "giveBack":
          return voidPending(ask);
      }
    }),
  };
}

const amount = fc.integer({ min: 1, max: 60 });
const crash = fc.constantFrom<Crash>(
  "nowhere",
  "nowhere",
  "nowhere",
  "before commit",
  "connection lost",
  "after commit",
);
// Few ids, so that calls meet ids that are taken.
const someId = fc.integer({ min: 0, max: 400 }).map((number) => derivedId("campaign", String(number)));

const endsIn = fc.constantFrom(null, 40, 200, 300);

const movement = fc
  .record({
    does: fc.constantFrom("transfer" as const, "transfer" as const, "reserve" as const),
    id: someId,
    debit: fc.constantFrom(...places),
    credit: fc.constantFrom(...places),
    unit: fc.constantFrom(...units),
    amount,
    endsIn,
  })
  .filter(({ debit, credit }) => debit !== credit)
  .filter(
    ({ does, debit, credit }) =>
      does === "transfer" || guardedPlaces.includes(debit) || guardedPlaces.includes(credit),
  );

/** Brings something in, so that there is something to move. */
const topUp = fc.record({
  does: fc.constant("transfer" as const),
  id: someId,
  debit: fc.constant(places[0]!),
  credit: fc.constantFrom(...guardedPlaces),
  unit: fc.constantFrom(...units),
  amount,
  endsIn,
});

const distinct = (asks: readonly Ask[]): Ask[] => [...new Map(asks.map((ask) => [ask.id, ask])).values()];

const resolution = fc.record({ id: someId, which: fc.nat(), part: fc.integer({ min: 0, max: 100 }) });

type Resolving = { id: string; which: number; part: number };

function resolve(model: LedgerModel, { id, which, part }: Resolving): Ask[] {
  const all = [...model.entries.values()].flatMap(({ ask }) => (ask.does === "reserve" ? [ask.id] : []));
  // Mostly open ones; now and then one that was resolved before.
  const choices = which % 5 === 0 ? all : model.open;
  const pendingId = choices[which % Math.max(choices.length, 1)];
  if (pendingId === undefined) return [];
  const whole = model.amountOf(pendingId);
  const kept = Math.ceil((whole * part) / 100);
  if (kept === 0) return [{ does: "giveBack", id, pendingId, amount: whole }];
  return [{ does: "keep", id, pendingId, amount: kept }];
}

/** Takes a part of an earlier movement back: now and then more than is left of it. */
function reverse(model: LedgerModel, { id, which, part }: Resolving): Ask[] {
  const choices = model.reversible;
  const moved = choices[which % Math.max(choices.length, 1)];
  if (!moved) return [];
  const { id: reverses, debit, credit, unit } = moved;
  const backed = Math.max(1, Math.ceil((moved.amount * part) / 100));
  return [{ does: "reverse", id, reverses, debit: credit, credit: debit, unit, amount: backed }];
}

/** Lets what is left of a lot expire. */
function expire(model: LedgerModel, { id, which }: Resolving): Ask[] {
  const choices = model.lots.spendable;
  const lot = choices[which % Math.max(choices.length, 1)];
  if (!lot) return [];
  const [kind = "", owner = "", unit = ""] = lot.wallet.split(" ");
  return [
    {
      does: "expire",
      id,
      lot: lot.id,
      debit: { kind, owner },
      credit: places[0]!,
      unit,
      amount: lot.remaining,
    },
  ];
}

/** Commands for one campaign: calls that move, reserve, resolve and repeat, with deaths in between. */
export const ledgerCommands = (maxCommands: number) =>
  fc.commands<LedgerModel, Books, false>(
    [
      fc.tuple(topUp, crash).map(([ask, dies]) => new Call(() => [ask], dies)),
      fc
        .tuple(fc.array(movement, { minLength: 1, maxLength: 5 }), crash)
        .map(([asks, dies]) => new Call(() => distinct(asks), dies)),
      fc.tuple(resolution, crash).map(([asked, dies]) => new Call((model) => resolve(model, asked), dies)),
      fc.tuple(resolution, crash).map(([asked, dies]) => new Call((model) => reverse(model, asked), dies)),
      fc.tuple(resolution, crash).map(([asked, dies]) => new Call((model) => expire(model, asked), dies)),
      fc.tuple(fc.nat(), crash).map(
        ([which, dies]) =>
          new Call((model) => {
            const known = [...model.entries.values()];
            return known.length === 0 ? [] : [known[which % known.length]!.ask];
          }, dies),
      ),
      fc.constant(new Snapshot()),
    ],
    { maxCommands, size: "max" },
  );

/** Runs so many random histories; a failure names the seed and the shortest history that shows it. */
export async function runLedgerCampaign(
  house: MoneyHouse,
  { runs, maxCommands, seed }: { runs: number; maxCommands: number; seed?: number },
) {
  // Connections are lost on purpose here.
  house.knex.client.logger.warn = () => {};
  await fc.assert(
    fc.asyncProperty(ledgerCommands(maxCommands), async (commands) => {
      const tenant = newTenant();
      await fc.asyncModelRun(() => ({ model: new LedgerModel(), real: { house, tenant } }), commands);
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}
