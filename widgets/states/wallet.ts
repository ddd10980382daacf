import { holding, line, someWallet } from "../test/wallet.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

const usual = {
  answers: () => holding(),
  isSignedIn: true,
  attributes: { "time-zone": "Europe/Berlin" },
};
const there = { see: "[data-transaction]" };

const [credits] = someWallet.balances;
const nothing = { ...credits!, available: 0, held: 0, expiring: [] };

const scenes: readonly Scene[] = [
  { ...usual, title: "Credits and euros, some held, some to expire", state: "ready", steps: [there] },
  {
    ...usual,
    title: "A new member",
    state: "ready",
    answers: () =>
      holding({ balances: [{ ...nothing, available: 50 }] }, [
        line(1, 0, { type: "starter", amount: 50, balance: 50 }),
      ]),
    steps: [there],
  },
  {
    ...usual,
    title: "Nothing yet",
    state: "ready",
    answers: () => holding({ balances: [nothing] }, []),
    steps: [{ see: ".part .notice" }],
  },
  {
    ...usual,
    title: "A payment on its way",
    state: "ready",
    answers: () =>
      holding({
        waiting: [
          {
            id: "0195a000-0000-7000-8000-0000000000f1",
            credits: 500,
            createdAt: "2026-03-09T08:58:00.000Z",
          },
        ],
      }),
    steps: [there],
  },
  {
    ...usual,
    title: "A code that does not exist",
    state: "ready",
    steps: [
      there,
      { write: "WINTER", into: "#code" },
      { press: "[data-form=code] button" },
      { see: ".wrong" },
    ],
  },
  {
    ...usual,
    title: "A code redeemed",
    state: "ready",
    steps: [
      there,
      { write: "SPRING", into: "#code" },
      { press: "[data-form=code] button" },
      { see: "[data-form=code] .notice" },
    ],
  },
  {
    ...usual,
    title: "The link for others",
    state: "ready",
    steps: [there, { press: "[data-deed=link]" }, { see: "#link" }],
  },
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("money.getWallet", usual),
];

/** Every state of a member's wallet. */
export const walletScenes: WidgetScenes = { tag: "tessera-wallet", scenes };
