import { available, goodwill } from "../src/modules/money/ledger/account.ts";
import { post } from "../src/modules/money/ledger/post.ts";
import { transfer } from "../src/modules/money/ledger/transfer.ts";
import { wallClock } from "../src/platform/clock.ts";
import { newId } from "../src/platform/ids.ts";
import { type Tenant } from "../src/platform/scope/tenant.ts";
import { type TestHouse } from "./house.ts";

/** A payout as its payee or the team is told of it. */
export interface PayoutAnswer {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly reason: string | null;
  readonly account: { readonly label: string; readonly way: string };
  readonly choices?: readonly string[];
}

interface Balance {
  readonly unit: string;
  readonly available: number;
  readonly pendingPayout: number;
}

/** The site a payee belongs to, and the headers of its server. */
export interface PayeeSite {
  readonly house: TestHouse;
  readonly tenant: Tenant;
  readonly server: Readonly<Record<string, string>>;
}

/** The IBAN payees of tests are paid to. */
const iban = "DE89 3704 0044 0532 0130 00";

/** A member who has earned something and is to be paid, for whom the site's server calls. */
export class Payee {
  readonly id: string;
  readonly #site: PayeeSite;

  private constructor(site: PayeeSite, id: string) {
    this.#site = site;
    this.id = id;
  }

  static async earning(
    site: PayeeSite,
    amount: number,
    { currency = "EUR", hasAccount = true }: { currency?: string; hasAccount?: boolean } = {},
  ): Promise<Payee> {
    const { house, tenant, server } = site;
    const email = `${newId(wallClock())}@person.example`;
    const { id } = await house.ok<{ id: string }>(
      "identity.createMember",
      { email, name: "Ada Jones", roles: ["coach"] },
      { headers: { ...server, "Idempotency-Key": email } },
    );
    await house.within(tenant, (scope) => {
      const movement = { debit: goodwill, credit: available(id), unit: currency, amount };
      return post(scope, [
        { cause: "test.earned", transfers: [transfer({ id: newId(scope.now), ...movement })] },
      ]);
    });
    const payee = new Payee(site, id);
    if (hasAccount) await payee.call("savePayoutAccount", { holder: "Ada Jones", iban });
    return payee;
  }

  get #headers(): Record<string, string> {
    return {
      ...this.#site.server,
      "Tessera-Acting-For": this.id,
      "Idempotency-Key": newId(wallClock()),
    };
  }

  call<Result>(operation: string, input: object = {}): Promise<Result> {
    return this.#site.house.ok<Result>(`money.${operation}`, input, { headers: this.#headers });
  }

  refused(operation: string, input: object = {}): Promise<string> {
    return this.#site.house.refused(`money.${operation}`, input, { headers: this.#headers });
  }

  ask(amountMinor: number, currency = "EUR"): Promise<PayoutAnswer> {
    return this.call<PayoutAnswer>("requestPayout", { amountMinor, currency });
  }

  /** What there is in a currency, and what is on its way out. */
  async holds(currency = "EUR"): Promise<readonly [available: number, pendingPayout: number]> {
    const { balances } = await this.call<{ balances: Balance[] }>("getWallet");
    const found = balances.find(({ unit }) => unit === currency);
    return [found?.available ?? 0, found?.pendingPayout ?? 0];
  }

  /** How a payout stands. */
  async state(id: string): Promise<string | undefined> {
    const { items } = await this.call<{ items: PayoutAnswer[] }>("listOwnPayouts");
    return items.find((each) => each.id === id)?.state;
  }
}
