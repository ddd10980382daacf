import { wallClock } from "../../../clock.ts";
import { type Scopes } from "../../../scope/open.ts";
import { type Scope } from "../../../scope/scope.ts";
import { type GatewayFact } from "../port.ts";
import { inBooks, type StoredCheckout, vendorId } from "./books.ts";
import { signatureHeader, signEvent } from "./signature.ts";

interface Parcel {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly copies: number;
  readonly attempts: number;
}

const retriesMs = [1000, 5000, 30_000, 300_000, 3_600_000];
const patienceMs = 10_000;

/** Brings events to merchants over HTTP, each until somebody answers 2xx, as vendors do. */
export class Courier {
  readonly #scopes: Scopes;
  readonly #timers = new Set<NodeJS.Timeout>();
  #isStopped = false;

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /**
   * Writes events down in the order they happened; `wake` sends them once the transaction is committed. The checkout says
   * how they travel. `afterMs` holds them back.
   */
  async queue(
    scope: Scope,
    { command, delivery }: StoredCheckout,
    events: readonly { type: string; fact: GatewayFact }[],
    afterMs = 0,
  ): Promise<void> {
    for (const [index, { type, fact }] of events.entries()) {
      const id = vendorId("evt");
      const body = JSON.stringify({ id, type, facts: [fact] });
      const lateMs =
        delivery === "late" ? 20_000 : delivery === "shuffled" ? (events.length - index) * 700 : index;
      const dueAt = new Date(scope.now.getTime() + afterMs + lateMs);
      await scope.sql`
        insert into gateway_test_events (tenant_id, id, url, body, copies, due_at, created_at)
        values (${scope.tenant.id}, ${id}, ${command.notifyUrl}, ${body}, ${delivery === "twice" ? 2 : 1}, ${dueAt},
          ${scope.now})`;
    }
  }

  /** Sends what is due now, and comes back for what is due later. Failures of the merchant's side never come up here. */
  wake(merchantId: string, afterMs = 0): void {
    if (this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      // What could not be sent is still written down, and the next one who wakes the courier sends it.
      this.#deliver(merchantId).catch(() => {});
    }, afterMs);
    timer.unref();
    this.#timers.add(timer);
  }

  /** Sends nothing more. What is not delivered stays written down. */
  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #deliver(merchantId: string): Promise<void> {
    const parcels = await inBooks(this.#scopes, merchantId, takeDue);
    for (const parcel of parcels) {
      if (this.#isStopped) return;
      await this.#bring(merchantId, parcel);
    }
    const [next] = await inBooks(this.#scopes, merchantId, nextDue);
    if (next) this.wake(merchantId, Math.max(next.dueAt.getTime() - wallClock().getTime(), 20));
  }

  async #bring(merchantId: string, { id, url, body, copies, attempts }: Parcel): Promise<void> {
    let isTaken = true;
    for (let copy = 0; copy < copies; copy += 1) isTaken = (await send(merchantId, url, body)) && isTaken;
    const now = wallClock();
    const again = new Date(now.getTime() + retriesMs[Math.min(attempts, retriesMs.length) - 1]!);
    const hasGivenUp = attempts > retriesMs.length;
    await inBooks(this.#scopes, merchantId, (scope) => {
      return scope.sql`
        update gateway_test_events
        set delivered_at = ${isTaken || hasGivenUp ? now : null}, due_at = ${again}
        where tenant_id = ${scope.tenant.id} and id = ${id}`;
    });
  }
}

async function send(merchantId: string, url: string, body: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        [signatureHeader]: signEvent(merchantId, body, wallClock()),
      },
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    return status >= 200 && status < 300;
  } catch {
    return false;
  }
}

const takeDue = (scope: Scope): Promise<Parcel[]> => scope.sql<Parcel>`
  with due as (
    select id from gateway_test_events
    where tenant_id = ${scope.tenant.id} and delivered_at is null and due_at <= ${scope.now}
    order by due_at, id limit 20 for update skip locked
  ),
  taken as (
    update gateway_test_events e set attempts = attempts + 1, due_at = ${new Date(scope.now.getTime() + 60_000)}
    from due where e.tenant_id = ${scope.tenant.id} and e.id = due.id
    returning e.id, e.url, e.body, e.copies, e.attempts, e.due_at
  )
  select taken.* from taken join gateway_test_events was on was.tenant_id = ${scope.tenant.id} and was.id = taken.id
  order by was.due_at, was.id`;

const nextDue = (scope: Scope): Promise<{ dueAt: Date }[]> => scope.sql<{ dueAt: Date }>`
  select due_at from gateway_test_events
  where tenant_id = ${scope.tenant.id} and delivered_at is null order by due_at limit 1`;
