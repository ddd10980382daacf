import supertest from "supertest";
import { type TestHouse, type TestSite } from "../../../test/house.ts";
import { businessTime, wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { type CapturedMail } from "../../platform/providers/mail/local.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { days, minutes, plus } from "../../platform/time.ts";
import { readMember } from "../identity/index.ts";
import { available, balancesOf, creditUnit, escrowOf, fees, wallet } from "../money/index.ts";
import { holdSlot } from "../scheduling/holds/hold-slot.ts";
import { type SessionOffer } from "../scheduling/models/session-offer.ts";
import { buildMember, buildOpenHost } from "../scheduling/testing.ts";
import { forgetTenant } from "../tenancy/directory.ts";

/** An order as the API answers it, as far as tests look at it. */
export interface OrderAnswer {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly bookingId: string;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly payUntil: string | null;
  readonly proposal: { readonly by: string; readonly startsAt: string } | null;
  readonly dispute: { readonly reason: string | null; readonly outcome: string | null } | null;
  readonly role: string;
  readonly actions: readonly { readonly name: string }[];
}

/** Where the money of an order is. */
export interface Purse {
  readonly escrow: number;
  readonly seller: number;
  readonly fees: number;
}

/** Somebody who calls the API. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly headers: Record<string, string>;
}

/**
 * A sandbox with a coach, a client and an offer of an hour for 45.01, on the whole house: real HTTP, pay page, relay, worker and
 * timers. Time passes when `until` says so.
 */
export class OrderDesk {
  readonly house: TestHouse;
  readonly site: TestSite;
  readonly tenant: Tenant;
  readonly client: Person;
  readonly coach: Person;
  readonly offer: SessionOffer;

  protected constructor(parts: Pick<OrderDesk, "house" | "site" | "client" | "coach" | "offer">) {
    this.house = parts.house;
    this.site = parts.site;
    this.tenant = parts.site.sandbox;
    this.client = parts.client;
    this.coach = parts.coach;
    this.offer = parts.offer;
  }

  static async open(
    house: TestHouse,
    {
      offer: changes = {},
      settings = {},
    }: { offer?: Partial<SessionOffer>; settings?: Tenant["settings"] } = {},
  ): Promise<OrderDesk> {
    const site = await house.site(undefined, settings);
    const { client, coach, offer } = await house.within(site.sandbox, async (scope) => {
      const made = await buildOpenHost(scope, { amountMinor: 4_501, ...changes });
      const host = (await readMember(scope, made.host.id))!;
      return { client: await buildMember(scope), coach: host, offer: made.offer };
    });
    const person = ({ id, email }: { id: string; email: string }): Person => ({
      id,
      email,
      headers: {
        Authorization: `Bearer ${site.sandboxKeys.secretKey}`,
        "Tessera-Acting-For": id,
      },
    });
    return new OrderDesk({ house, site, client: person(client), coach: person(coach), offer });
  }

  /** The tenant's server, which oversees orders like its team. */
  get office(): Record<string, string> {
    return { Authorization: `Bearer ${this.site.sandboxKeys.secretKey}` };
  }

  /** A page nobody signed in on. */
  get visitor(): Record<string, string> {
    return { "Tessera-Key": this.site.sandboxKeys.publishableKey };
  }

  /** The sandbox's time. */
  async now(): Promise<Date> {
    return businessTime((await this.house.house.directory.load(this.tenant.id))!);
  }

  /** The first full slot so many days ahead, in the middle of the coach's day. */
  async slot(daysAhead = 3): Promise<Date> {
    const day = plus(await this.now(), days(daysAhead))
      .toISOString()
      .slice(0, 10);
    return new Date(`${day}T12:00:00Z`);
  }

  /** Does something in the sandbox without a request, as somebody. */
  async as<Result>(actor: Actor, work: (scope: Scope) => Promise<Result>, now?: Date): Promise<Result> {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    const tenant = (await this.house.house.directory.load(this.tenant.id))!;
    return this.house.house.scopes.transact(
      { tenant, actor, now: now ?? businessTime(tenant), request },
      work,
    );
  }

  /** Keeps a time for the client; three days ahead unless told. */
  async hold(startsAt?: Date, person = this.client): Promise<string> {
    const input = { offerId: this.offer.id, startsAt: (startsAt ?? (await this.slot())).toISOString() };
    const held = await this.as(memberOf(person), (scope) => holdSlot.run(scope, input));
    return held.id;
  }

  /** Calls an operation of orders with a key of its own. */
  call<Result = OrderAnswer>(
    person: { readonly headers: Record<string, string> },
    operation: string,
    input: object,
  ): Promise<Result> {
    return this.house.ok<Result>(`orders.${operation}`, input, { headers: keyed(person.headers) });
  }

  /** The status and code of a call that must be refused. */
  refused(
    person: { readonly headers: Record<string, string> },
    operation: string,
    input: object,
  ): Promise<string> {
    return this.house.refused(`orders.${operation}`, input, { headers: keyed(person.headers) });
  }

  /** An order that waits to be paid. */
  async place(startsAt?: Date, person = this.client): Promise<OrderAnswer> {
    return this.call(person, "placeOrder", { holdId: await this.hold(startsAt, person) });
  }

  /** Opens the pay page of an order; answers its address. */
  async enter({ id }: Pick<OrderAnswer, "id">, person = this.client): Promise<string> {
    const returnUrl = "http://localhost:4321/booking";
    return (await this.call<{ url: string }>(person, "payOrder", { id, returnUrl })).url;
  }

  /** Opens the pay page and chooses a card there. */
  async pay(order: Pick<OrderAnswer, "id">, card = "paid"): Promise<void> {
    await this.choose(await this.enter(order), card);
  }

  /** Chooses a card on an open pay page; answers where the page sends the payer, if it does. */
  async choose(url: string, card: string): Promise<string | undefined> {
    const { status, headers } = await supertest(url).post("").type("form").send({ card });
    if (status >= 400) throw new Error(`the pay page answered ${status}`);
    return headers["location"];
  }

  /** An order that was placed and paid. */
  async paid(startsAt?: Date): Promise<OrderAnswer> {
    const order = await this.place(startsAt);
    await this.pay(order);
    return this.becomes(order, "confirmed");
  }

  /** The order as the client sees it. */
  look({ id }: Pick<OrderAnswer, "id">, person: Person = this.client): Promise<OrderAnswer> {
    return this.house.ok("orders.getOrder", { id }, { headers: person.headers });
  }

  /** Waits until an order is in a state. */
  becomes(order: Pick<OrderAnswer, "id">, state: string): Promise<OrderAnswer> {
    return this.house.until(`the order to be ${state}`, async () => {
      const found = await this.look(order);
      return found.state === state ? found : null;
    });
  }

  /** Lets time pass in the sandbox; everything that is due happens on the way. */
  async until(to: Date): Promise<void> {
    const { background } = this.house.house;
    let reached = new Date(0);
    // A busy machine takes its time for what is due on the way, but never stands still.
    while (reached < to) {
      const before = reached;
      const advance = async () => {
        const { now } = await background.advanceClock(this.tenant.id, to, 10_000);
        return now > before && now;
      };
      reached = await this.house.until(`the clock to reach ${to.toISOString()}`, advance, 60_000);
    }
    forgetTenant(this.tenant.id);
  }

  /** Lets minutes pass. */
  async wait(count: number): Promise<void> {
    await this.until(plus(await this.now(), minutes(count)));
  }

  /** Where the money of an order is. */
  async purse({ id }: Pick<OrderAnswer, "id">): Promise<Purse> {
    return this.as({ kind: "system", cause: "test" }, async (scope) => {
      const [seller, site] = await balancesOf(scope, [available(this.coach.id), fees], "EUR");
      const { heldMinor } = await escrowOf(scope, id, "EUR");
      return { escrow: heldMinor, seller: seller!.available, fees: site!.available };
    });
  }

  /** What the ledger's euros add up to, by account kind; all of them together are 0. New members have credits besides. */
  async books(): Promise<Record<string, number>> {
    const rows = await this.as(
      { kind: "system", cause: "test" },
      (scope) =>
        scope.sql<{ kind: string; minor: number }>`
        select kind, sum(credits_posted - debits_posted)::bigint as minor from ledger_balances
        where tenant_id = ${scope.tenant.id} and unit = 'EUR' group by kind order by kind`,
    );
    return Object.fromEntries(
      rows.filter(({ minor }) => minor !== 0).map(({ kind, minor }) => [kind, minor]),
    );
  }

  /** Waits for the mail to somebody whose subject says so. */
  mail(person: Person, subject: string): Promise<CapturedMail> {
    return this.house.until(`the mail "${subject}" to ${person.email}`, async () => {
      const mails = await this.house.mailsTo(this.tenant, person.email);
      return mails.find((mail) => mail.subject.includes(subject));
    });
  }

  /** The open operator tasks of a subject, by kind. */
  async tasks(subjectId: string): Promise<string[]> {
    const rows = await this.as(
      { kind: "system", cause: "test" },
      (scope) =>
        scope.sql<{ kind: string }>`
        select kind from operator_tasks
        where tenant_id = ${scope.tenant.id} and subject_id = ${subjectId} and state = 'open' order by kind`,
    );
    return rows.map(({ kind }) => kind);
  }
}

/** Where the credits of a desk are. */
export interface Wallets {
  readonly client: number;
  readonly coach: number;
  readonly escrow: number;
  /** Of the client's, as long as an order waits. */
  readonly reserved: number;
}

/** A desk whose offer costs 10 credits, and whose client was given so many. */
export class CreditDesk extends OrderDesk {
  static async with(house: TestHouse, credits: number): Promise<CreditDesk> {
    const desk = await OrderDesk.open(house, {
      offer: { amountMinor: 10, currency: creditUnit },
      settings: { money: { credits: { starter: 0 } } },
    });
    const given = { memberId: desk.client.id, credits, reason: "a start" };
    await house.ok("money.grantCredits", given, { headers: keyed(desk.office) });
    return new CreditDesk(desk);
  }

  async spend({ id }: Pick<OrderAnswer, "id">): Promise<OrderAnswer> {
    return this.call(this.client, "spendCredits", { id });
  }

  /** An order that was placed and paid. */
  async agreed(startsAt?: Date): Promise<OrderAnswer> {
    return this.spend(await this.place(startsAt));
  }

  /** Where the credits are; in the escrow of an order when one is named. */
  async wallets(order?: Pick<OrderAnswer, "id">): Promise<Wallets> {
    return this.as({ kind: "system", cause: "test" }, async (scope) => {
      const owners = [this.client.id, this.coach.id];
      const [client, coach] = await balancesOf(
        scope,
        owners.map((id) => wallet(id)),
        creditUnit,
      );
      const { heldMinor } = order ? await escrowOf(scope, order.id, creditUnit) : { heldMinor: 0 };
      return {
        client: client!.available,
        coach: coach!.available,
        escrow: heldMinor,
        reserved: client!.reserved,
      };
    });
  }

  /** What is left of the client's lots, and when each expires. */
  lots(): Promise<{ remaining: number; expiresAt: Date | null }[]> {
    return this.as(
      { kind: "system", cause: "test" },
      (scope) =>
        scope.sql<{ remaining: number; expiresAt: Date | null }>`
        select l.remaining, l.expires_at from ledger_lots l
        join ledger_accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id
        where l.tenant_id = ${scope.tenant.id} and a.owner = ${this.client.id} order by l.opened_at, l.id`,
    );
  }

  /** What somebody's wallet says happened, newest first. */
  async history(
    person: Person,
  ): Promise<{ type: string; amount: number; orderId: string | null; isReserved: boolean }[]> {
    const { items } = await this.house.ok<{ items: Awaited<ReturnType<CreditDesk["history"]>> }>(
      "money.listTransactions",
      {},
      { headers: person.headers },
    );
    return items;
  }

  /** The status of a call. */
  async status(person: Person, operation: string, input: object): Promise<number> {
    return (await this.house.call(`orders.${operation}`, input, { headers: keyed(person.headers) })).status;
  }
}

/** Another client of the same sandbox. */
export async function anotherClient(desk: OrderDesk): Promise<Person> {
  const { id, email } = await desk.as({ kind: "system", cause: "test" }, (scope) => buildMember(scope));
  return { id, email, headers: { ...desk.client.headers, "Tessera-Acting-For": id } };
}

/** What money tells when the buyer's bank takes a payment back. */
export const chargebackOf = (
  { client, coach }: OrderDesk,
  { id, totalMinor }: OrderAnswer,
  state: "open" | "won" | "lost",
): DomainEvents["payment.disputed"] => ({
  paymentId: newId(wallClock()),
  orderId: id,
  amountMinor: totalMinor,
  currency: "EUR",
  payerMemberId: client.id,
  payeeIds: [coach.id],
  disputeId: newId(wallClock()),
  disputedMinor: totalMinor,
  state,
});

/** A member as an operation sees them. */
export const memberOf = ({ id }: { readonly id: string }): Actor => ({
  kind: "member",
  memberId: id,
  roles: [],
  pendingRoles: [],
  sessionId: null,
  visitorId: null,
});

/** The same caller with an idempotency key nobody used yet. */
export const keyed = (headers: Record<string, string>): Record<string, string> => ({
  ...headers,
  "Idempotency-Key": newId(wallClock()),
});
