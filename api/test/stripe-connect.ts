import { type Stripe } from "stripe";
import { type Fields, invalid, metadataIn, Refusal } from "./stripe-objects.ts";

type Transfer = Pick<
  Stripe.Transfer,
  "id" | "object" | "amount" | "amount_reversed" | "currency" | "reversed" | "transfer_group"
> & { metadata: Stripe.Metadata; destination: string };

interface Payee {
  readonly id: string;
  readonly country: string;
  readonly metadata: Stripe.Metadata;
  isReady: boolean;
}

// Stripe refuses parameters it does not know, and so does this.
const known: Readonly<Record<string, RegExp>> = {
  "POST /v1/accounts": /^(type|country|metadata\[\w+\]|capabilities\[transfers\]\[requested\])$/,
  "POST /v1/account_links": /^(account|type|refresh_url|return_url)$/,
  "POST /v1/transfers": /^(amount|currency|destination|transfer_group|metadata\[\w+\])$/,
};

/** The parts of Stripe Connect that paying people needs: their accounts, the page they are opened on, transfers, and a balance. */
export class StripeConnect {
  readonly payees = new Map<string, Payee>();
  readonly transfers = new Map<string, Transfer>();
  /** What the site has at Stripe, in its smallest parts, whatever the currency. */
  balance = 1_000_000;
  readonly #url: string;
  readonly #newId: (prefix: string) => string;
  readonly #send: (type: string, object: object) => Promise<void>;

  constructor(parts: {
    readonly url: string;
    readonly newId: (prefix: string) => string;
    readonly send: (type: string, object: object) => Promise<void>;
  }) {
    this.#url = parts.url;
    this.#newId = parts.newId;
    this.#send = parts.send;
  }

  /** What a payee does on the page: says who they are and where their bank is. */
  finishPage(accountId: string): void {
    this.#payee(accountId).isReady = true;
  }

  /** The site's dashboard, or a bank, takes a transfer back. */
  async reverse(transferId: string): Promise<void> {
    const transfer = this.transfers.get(transferId);
    if (!transfer) throw new Error("There is no such transfer.");
    Object.assign(transfer, { reversed: true, amount_reversed: transfer.amount });
    this.balance += transfer.amount;
    await this.#send("transfer.reversed", transfer);
  }

  /** The answer to a call about paying people; null when it is about something else. */
  async answer(call: string, fields: Fields): Promise<object | null> {
    for (const name of Object.keys(fields)) {
      if (known[call] && !known[call].test(name))
        throw invalid("parameter_unknown", `Received unknown parameter: ${name}`, name);
    }
    if (call === "POST /v1/accounts") return this.#open(fields);
    if (call === "POST /v1/account_links") {
      const { id } = this.#payee(fields["account"] ?? "");
      return { object: "account_link", created: 0, expires_at: 300, url: `${this.#url}/setup/e/${id}` };
    }
    const asked = /^GET \/v1\/accounts\/(\w+)$/.exec(call)?.[1];
    if (asked !== undefined) return presented(this.#payee(asked));
    if (call === "POST /v1/transfers") return this.#transfer(fields);
    if (call === "GET /v1/transfers") {
      const data = [...this.transfers.values()].filter(
        ({ transfer_group: group }) => group === fields["transfer_group"],
      );
      return { object: "list", has_more: false, data };
    }
    return null;
  }

  #open(fields: Fields): object {
    const country = fields["country"] ?? "";
    if (["KP", "IR"].includes(country))
      throw invalid("country_unsupported", `${country} is not currently supported by Stripe.`, "country");
    const id = this.#newId("acct");
    const payee: Payee = { id, country, metadata: metadataIn(fields, "metadata"), isReady: false };
    this.payees.set(id, payee);
    return presented(payee);
  }

  #payee(id: string): Payee {
    const payee = this.payees.get(id);
    if (!payee)
      throw new Refusal(403, "invalid_request_error", {
        code: "account_invalid",
        message: `The provided key does not have access to account '${id}' (or that account does not exist).`,
      });
    return payee;
  }

  async #transfer(fields: Fields): Promise<Transfer> {
    const payee = this.payees.get(fields["destination"] ?? "");
    if (!payee) throw invalid("resource_missing", "No such destination", "destination");
    if (!payee.isReady)
      throw invalid(
        "insufficient_capabilities_for_transfer",
        "Your destination account needs to have at least one of the following capabilities enabled: transfers",
        "destination",
      );
    const amount = Number(fields["amount"]);
    if (!Number.isInteger(amount) || amount < 1)
      throw invalid("parameter_invalid_integer", "Invalid integer", "amount");
    if (amount > this.balance)
      throw invalid("balance_insufficient", "You have insufficient available funds.", "amount");
    this.balance -= amount;
    const transfer: Transfer = {
      id: this.#newId("tr"),
      object: "transfer",
      amount,
      amount_reversed: 0,
      currency: fields["currency"] ?? "",
      reversed: false,
      transfer_group: fields["transfer_group"] ?? null,
      metadata: metadataIn(fields, "metadata"),
      destination: payee.id,
    };
    this.transfers.set(transfer.id, transfer);
    await this.#send("transfer.created", transfer);
    return transfer;
  }
}

const presented = ({ id, country, metadata, isReady }: Payee) => ({
  id,
  object: "account",
  country,
  metadata,
  payouts_enabled: isReady,
  capabilities: { transfers: isReady ? "active" : "inactive" },
  external_accounts: {
    object: "list",
    data: isReady ? [{ id: `ba_${id}`, object: "bank_account", last4: "6789" }] : [],
  },
});
