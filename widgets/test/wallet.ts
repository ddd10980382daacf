import { present, site } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

type Wallet = OutputOf<"money.getWallet">;
type Line = OutputOf<"money.listTransactions">["items"][number];

const dayMs = 86_400_000;
const at = (days: number) => new Date(present + days * dayMs).toISOString();

/** A line of a statement, so many days ago. */
export const line = (number: number, daysAgo: number, more: Partial<Line>): Line => ({
  id: `0195a000-0000-7000-8000-0000000d${String(number).padStart(4, "0")}`,
  at: at(-daysAgo),
  type: "granted",
  amount: 10,
  unit: "credits",
  balance: 100,
  isReserved: false,
  orderId: null,
  label: null,
  ...more,
});

/** What came and went, newest first. */
export const someLines: readonly Line[] = [
  line(1, 0, { type: "spent", amount: -15, balance: 555, orderId: "0195a000-0000-7000-8000-0000000000c1" }),
  line(2, 2, { type: "purchased", amount: 500, balance: 570 }),
  line(3, 6, { type: "campaign", amount: 20, balance: 70, label: "Spring welcome" }),
  line(4, 340, { type: "starter", amount: 50, balance: 50 }),
];

/** A member with credits, and euros they earned. */
export const someWallet: Wallet = {
  balances: [
    {
      unit: "credits",
      digits: 0,
      available: 555,
      held: 15,
      pendingPayout: 0,
      expiring: [{ amount: 35, expiresAt: at(25) }],
    },
    { unit: "EUR", digits: 2, available: 128_50, held: 90_00, pendingPayout: 40_00, expiring: [] },
  ],
  waiting: [],
  referral: { code: null, bonus: 25, joined: 0, qualified: 0 },
};

const packages: OutputOf<"money.listPackages"> = {
  items: [
    { id: "small", credits: 100, price: { amountMinor: 1000, currency: "USD" } },
    { id: "medium", credits: 500, price: { amountMinor: 4500, currency: "USD" } },
    { id: "large", credits: 1000, price: { amountMinor: 8000, currency: "USD" } },
  ],
};

type Setup = OutputOf<"money.getPayoutSetup">;
type Payout = OutputOf<"money.listOwnPayouts">["items"][number];

const bank = {
  id: "0195a000-0000-7000-8000-0000000e0001",
  way: "bank",
  label: "•••• 3000",
  country: "DE",
  isReady: true,
  createdAt: at(-30),
} as const;

/** A payout of the member. */
export const payout = (number: number, more: Partial<Payout>): Payout => ({
  id: `0195a000-0000-7000-8000-0000000f${String(number).padStart(4, "0")}`,
  reference: `P-0000000${String(number).padStart(3, "0")}`,
  amountMinor: 40_00,
  currency: "EUR",
  state: "requested",
  account: { id: bank.id, way: bank.way, label: bank.label },
  reason: null,
  requestedAt: at(-number),
  sentAt: null,
  endedAt: null,
  ...more,
});

/** Payouts of a member, as the API would answer for them: what is asked for and taken back is remembered. */
export function payingOut(setup: Partial<Setup> = {}, payouts: readonly Payout[] = []): Answers {
  let held: Setup = {
    account: bank,
    coming: null,
    ways: ["bank", "stripe"],
    minimums: [{ currency: "EUR", amountMinor: 20_00 }],
    ...setup,
  };
  let list = [...payouts];
  return {
    "money.getPayoutSetup": () => held,
    "money.listOwnPayouts": ({ cursor, limit = 20 }) => {
      const from = Number(cursor ?? 0);
      return {
        items: list.slice(from, from + limit),
        nextCursor: list.length > from + limit ? String(from + limit) : null,
      };
    },
    "money.savePayoutAccount": (input) => {
      const number = "iban" in input ? input.iban : input.accountNumber;
      const account = { ...bank, label: `•••• ${number.slice(-4)}` };
      held = { ...held, account };
      return account;
    },
    "money.removePayoutAccount": () => {
      held = { ...held, account: null };
      return { removed: true };
    },
    "money.checkPayoutAccount": () => {
      const account = held.coming && { ...held.coming, isReady: true, label: "•••• 6789" };
      held = { ...held, account: account ?? held.account, coming: null };
      return held;
    },
    "money.requestPayout": ({ amountMinor, currency }) => {
      const asked = payout(900 + list.length, { amountMinor, currency });
      list = [asked, ...list];
      return asked;
    },
    "money.cancelPayout": ({ id }) => {
      list = list.map((each) => (each.id === id ? { ...each, state: "cancelled" } : each));
      return list.find((each) => each.id === id)!;
    },
  };
}

/** A site with wallets, as the API would answer for one member of it. */
export function holding(wallet: Partial<Wallet> = {}, lines: readonly Line[] = someLines): Answers {
  let held: Wallet = { ...someWallet, ...wallet };
  return {
    "tenancy.getSite": () => ({ ...site, modules: [...site.modules, "wallet"] }),
    ...payingOut(),
    "money.getWallet": () => held,
    "money.listPackages": () => packages,
    "money.listTransactions": ({ type, direction, q, unit = "credits", cursor, limit = 20 }) => {
      const meant = lines.filter(
        (each) =>
          each.unit === unit &&
          (type === undefined || each.type === type) &&
          (direction === undefined || each.amount > 0 === (direction === "in")) &&
          (q === undefined || each.label?.toLowerCase().includes(q.toLowerCase())),
      );
      const from = Number(cursor ?? 0);
      return {
        items: meant.slice(from, from + limit),
        nextCursor: meant.length > from + limit ? String(from + limit) : null,
      };
    },
    "money.createReferralCode": () => {
      held = { ...held, referral: { ...held.referral, code: "AB23CD45" } };
      return { code: "AB23CD45" };
    },
    "money.redeemCode": ({ code }) => {
      switch (code.toUpperCase()) {
        case "SPRING":
          return { kind: "campaign", credits: 20 };
        case "AB23CD45":
          return { kind: "referral", credits: 0 };
        default:
          return { status: 404, code: "money.code_unknown", message: "There is no such code." };
      }
    },
  };
}
