import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { holding, payingOut, payout, someWallet } from "../../test/wallet.ts";
import { typedAmount } from "./typed-amount.ts";
import { TesseraWallet } from "./wallet.ts";

const opened = async (answers: Answers = {}, options: StageOptions = {}) => {
  const set = await stage("tessera-wallet", {
    answers: { ...holding(), ...answers },
    attributes: { "time-zone": "Europe/Berlin" },
    before: (page) => page.session.begin(session),
    ...options,
  });
  await set.until(
    () => set.all("#payout-account-title").length > 0 && set.all("[data-transaction]").length > 0,
  );
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const type = async (set: Set, selector: string, text: string) => {
  set.find(selector).focus();
  await sendKeys({ type: text });
};

const lastInput = (set: Set, path: string) => set.api.calls.findLast((each) => each.path === path)?.input;

const choose = (set: Set, selector: string, value: string) => {
  const control = set.find(selector);
  if (!(control instanceof HTMLSelectElement)) throw new Error(`There is no ${selector}.`);
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("payouts in <tessera-wallet>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("asks for a payout with the keyboard, and shows it", async () => {
    const set = await opened();
    assert.instanceOf(set.widget, TesseraWallet);
    assert.include(set.text(), "Available: €128.50. At least €20.");
    await type(set, "#amount", "40,5");
    await sendKeys({ press: "Enter" });
    await set.until(() => set.all("[data-payout]").length > 0);
    assert.deepEqual(lastInput(set, "money.requestPayout"), { amountMinor: 4050, currency: "EUR" });
    await set.until(() => set.text().includes("Asked for: €40.50."));
    const shown = (set.find("[data-payout]").textContent ?? "").replaceAll(/\s+/g, " ");
    for (const part of ["Asked for", "€40.50", "•••• 3000"]) assert.include(shown, part);
    await assertAccessible(set.widget);
  });

  for (const [typed, said] of [
    ["", "Write an amount such as 128.50."],
    ["much", "Write an amount such as 128.50."],
    ["19.99", "At least €20 is paid out at once."],
    ["128.51", "At most €128.50 can be paid out now."],
  ] as const) {
    it(`says what is wrong with "${typed}"`, async () => {
      const set = await opened();
      await type(set, "#amount", typed);
      await sendKeys({ press: "Enter" });
      await set.until(() => set.all("#amount-note.wrong").length > 0);
      assert.include(set.find("#amount-note").textContent, said);
      assert.notInclude(set.api.paths, "money.requestPayout");
      await assertAccessible(set.widget);
    });
  }

  it("shows a refusal of the API at the amount", async () => {
    const set = await opened({
      "money.requestPayout": () => ({
        status: 409,
        code: "money.payout_too_large",
        message: "Gone meanwhile.",
      }),
    });
    await type(set, "#amount", "50");
    await sendKeys({ press: "Enter" });
    await set.until(() => set.text().includes("Gone meanwhile."));
    assert.equal(set.find("#amount").getAttribute("aria-invalid"), "true");
  });

  it("shows every state with its reason, and takes back what nobody decided about", async () => {
    const states = [
      "requested",
      "approved",
      "on_its_way",
      "paid",
      "failed",
      "rejected",
      "cancelled",
      "returned",
    ] as const;
    const list = states.map((state, index) =>
      payout(index + 1, { state, reason: state === "failed" ? "The bank refuses it." : null }),
    );
    const set = await opened(payingOut({}, list));
    await set.until(() => set.all("[data-payout]").length === states.length);
    for (const words of ["On its way", "Sent back by the bank", "The bank refuses it.", "P-0000000004"])
      assert.include(set.text(), words);
    assert.equal(set.all("[data-deed=cancel-payout]").length, 1);
    await assertAccessible(set.widget);
    set.find("[data-deed=cancel-payout]").click();
    await set.until(() => set.all("[data-deed=cancel-payout]").length === 0);
    assert.deepEqual(lastInput(set, "money.cancelPayout"), { id: list[0]!.id });
  });

  it("shows more than a page on demand", async () => {
    const set = await opened(
      payingOut(
        {},
        Array.from({ length: 25 }, (_, index) => payout(index + 1, { state: "paid" })),
      ),
    );
    await set.until(() => set.all("[data-payout]").length === 20);
    set.find(".payouts .more").click();
    await set.until(() => set.all("[data-payout]").length === 25);
  });

  it("asks where to pay first, by IBAN", async () => {
    const set = await opened(payingOut({ account: null }));
    assert.include(set.text(), "Say where you are paid before you ask for a payout.");
    assert.equal(set.all("#amount").length, 0);
    await type(set, "#holder", "Ada Jones");
    await type(set, "#iban", "nonsense");
    await sendKeys({ press: "Enter" });
    await set.until(() => set.all("#iban-note.wrong").length > 0);
    await assertAccessible(set.widget);
    const iban = set.find("#iban");
    if (iban instanceof HTMLInputElement) iban.value = "";
    await type(set, "#iban", "DE89 3704 0044 0532 0130 00");
    await sendKeys({ press: "Enter" });
    await set.until(() => set.all("#amount").length > 0);
    assert.deepEqual(lastInput(set, "money.savePayoutAccount"), {
      holder: "Ada Jones",
      iban: "DE89 3704 0044 0532 0130 00",
    });
    assert.include(set.text(), "You are paid to");
  });

  it("takes an account without an IBAN", async () => {
    const set = await opened(payingOut({ account: null, ways: ["bank"] }));
    choose(set, "#kind", "number");
    await set.until(() => set.all("#accountNumber").length > 0);
    choose(set, "#country", "CN");
    for (const [field, text] of [
      ["#holder", "Wei Chen"],
      ["#accountNumber", "6222021234567890123"],
      ["#bankCode", "102100099996"],
      ["#bankName", "ICBC"],
    ] as const)
      await type(set, field, text);
    await assertAccessible(set.widget);
    await sendKeys({ press: "Enter" });
    await set.until(() => set.all("#amount").length > 0);
    assert.deepEqual(lastInput(set, "money.savePayoutAccount"), {
      holder: "Wei Chen",
      country: "CN",
      accountNumber: "6222021234567890123",
      bankCode: "102100099996",
      bankName: "ICBC",
    });
  });

  it("changes and removes the account", async () => {
    const set = await opened();
    set.find("[data-deed=change-account]").click();
    await set.until(() => set.all("#holder").length > 0);
    set.find("[data-deed=keep-account]").click();
    await set.until(() => set.all("#holder").length === 0);
    set.find("[data-deed=remove-account]").click();
    await set.until(
      () => set.all("#holder").length > 0 && set.text().includes("Nobody knows where to pay you"),
    );
  });

  it("offers Stripe only where the site pays by it, and says when it is ready", async () => {
    const coming = {
      id: "0195a000-0000-7000-8000-0000000e0002",
      way: "stripe" as const,
      label: "Stripe",
      country: "DE",
      isReady: false,
      createdAt: new Date().toISOString(),
    };
    const set = await opened(payingOut({ account: null, coming }));
    assert.equal(set.all("[data-form=stripe]").length, 1);
    assert.include(set.text(), "Stripe does not pay to your account yet");
    set.find("[data-deed=check-account]").click();
    await set.until(() => set.text().includes("Stripe account"));
    assert.equal(set.all("#amount").length, 1);
    strike();
    const plain = await opened(payingOut({ account: null, ways: ["bank"] }));
    assert.equal(plain.all("[data-form=stripe]").length, 0);
  });

  it("says when Stripe cannot be reached", async () => {
    const set = await opened({
      ...payingOut({ account: null }),
      "money.connectPayoutAccount": () => ({
        status: 503,
        code: "money.payout_gateway_unavailable",
        message: "Stripe is silent.",
      }),
    });
    set.find("[data-form=stripe] button").click();
    await set.until(() => set.text().includes("Stripe is silent."));
    await assertAccessible(set.widget);
  });

  it("is not there for whoever has credits alone", async () => {
    const set = await stage("tessera-wallet", {
      answers: holding({ balances: someWallet.balances.slice(0, 1) }),
      before: (page) => page.session.begin(session),
    });
    await set.until(() => set.all("[data-transaction]").length > 0);
    assert.equal(set.all("#payouts-title").length, 0);
  });

  it("hears that a payout was paid", async () => {
    const set = await opened();
    const loads = () => set.api.paths.filter((path) => path === "money.listOwnPayouts").length;
    await set.until(() => set.api.stream.size > 0);
    const before = loads();
    const memberId = session.member.id;
    const fact = { payoutId: payout(1, {}).id, memberId, amountMinor: 4000, currency: "EUR", version: 3 };
    set.api.stream.announce("payout.paid", fact);
    await set.until(() => loads() > before);
  });

  for (const [locale, words] of [
    ["zh-CN", "申请提现"],
    ["ar", "طلب الصرف"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await opened(payingOut({}, [payout(1, {})]), { locale });
      await set.until(() => set.text().includes(words));
      await assertAccessible(set.widget);
    });
  }

  it("fits 320 px", async () => {
    const set = await opened(payingOut({ account: null }, [payout(1, {})]));
    set.widget.style.inlineSize = "320px";
    assert.isAtMost(set.find(".root").scrollWidth, 320);
  });

  it("reads amounts as people type them", () => {
    for (const [typed, currency, minor] of [
      ["12.50", "EUR", 1250],
      ["12,5", "EUR", 1250],
      ["١٢٫٥", "EUR", 1250],
      ["１２", "CNY", 1200],
      ["500", "JPY", 500],
      ["500.5", "JPY", null],
      ["1.234", "KWD", 1234],
      ["1.2345", "KWD", null],
      ["-3", "EUR", null],
      ["", "EUR", null],
    ] as const)
      assert.equal(typedAmount(typed, currency), minor, typed);
  });
});
