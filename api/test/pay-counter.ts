import { once } from "node:events";
import { createServer } from "node:http";
import Router from "@koa/router";
import Koa from "koa";
import pg from "pg";
import { moneyRoutes } from "../src/modules/money/http.ts";
import { moneyModule } from "../src/modules/money/module.ts";
import {
  finishPayment,
  openCheckout,
  type PaymentRequest,
  startPayment,
} from "../src/modules/money/payments/start-payment.ts";
import { type MoneyHouse, type Run } from "../src/modules/money/testing.ts";
import { wallClock } from "../src/platform/clock.ts";
import { failureBoundary } from "../src/platform/http/rpc-route.ts";
import { useTenantDoor } from "../src/platform/http/tenant-door.ts";
import { newId } from "../src/platform/ids.ts";
import { type Job } from "../src/platform/jobs/job.ts";
import { type PaymentConnections, usePayments } from "../src/platform/providers/payments/for-tenant.ts";
import { TestGateway } from "../src/platform/providers/payments/local.ts";
import { testGatewayRoutes } from "../src/platform/providers/payments/test-gateway/routes.ts";
import { RateLimiter } from "../src/platform/rpc/limits.ts";
import { KeyRing, useKeyRing } from "../src/platform/secrets.ts";

/** A server with the test gateway's pages and the door for its events, and a way to pay without a browser. */
export interface PayCounter {
  readonly gateway: TestGateway;
  readonly url: string;
  /** Stores a payment and opens its checkout, as an order does. */
  readonly checkOut: (request?: Partial<PaymentRequest>, run?: Run) => Promise<OpenPayment>;
  /** Chooses a card on the pay page; answers where the page sends the payer, or null when it shows itself again. */
  readonly pay: (url: string, form: Readonly<Record<string, string>>) => Promise<string | null>;
  /** The page as a browser gets it. */
  readonly show: (url: string, locale?: string) => Promise<Response>;
  /** Sends a body as a vendor does. */
  readonly post: (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** A payment whose page is open. */
export interface OpenPayment {
  readonly paymentId: string;
  readonly orderId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

/** Opens a counter over a house; call `close` before the house's. */
export async function openPayCounter(
  house: MoneyHouse,
  { connections = null }: { connections?: PaymentConnections | null } = {},
): Promise<PayCounter> {
  useKeyRing(KeyRing.parse(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  const bugs: unknown[] = [];
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const gateway = new TestGateway(house.scopes, { baseUrl: url });
  usePayments({
    test: (tenant) => gateway.connect(tenant),
    isTestForLive: false,
    connections,
    apiUrl: url,
  });
  useTenantDoor({
    scopes: house.scopes,
    loadTenant: async (id) => (id === house.tenant.id ? house.tenant : null),
    authenticate: () => Promise.reject(new Error("No route of money asks who calls.")),
    limiter: new RateLimiter(),
  });
  const app = new Koa();
  const router = new Router();
  for (const { method, path, handler } of [...moneyRoutes, ...testGatewayRoutes(gateway)])
    router.register(path, [method], handler);
  app.use(failureBoundary((bug) => bugs.push(bug)));
  app.use(router.middleware());
  const listener = app.callback();
  server.on("request", (request, response) => void listener(request, response));

  return {
    gateway,
    url,
    async checkOut(request = {}, run = {}) {
      const orderId = request.orderId ?? newId(wallClock());
      const started = await house.transact(
        (scope) => startPayment(scope, { ...usualRequest, ...request, orderId }),
        run,
      );
      const checkout = await openCheckout(started, { signal: AbortSignal.timeout(5000) });
      const opened = await house.transact((scope) => finishPayment(scope, started, checkout), run);
      return { ...opened, orderId };
    },
    async pay(page, form) {
      const response = await fetch(page, {
        method: "POST",
        body: new URLSearchParams(form),
        redirect: "manual",
      });
      return response.status === 303 ? response.headers.get("location") : null;
    },
    show: (page, locale = "en") => fetch(page, { headers: { "accept-language": locale } }),
    post: (to, body, headers) =>
      fetch(to, { method: "POST", body, headers: { ...headers, "content-type": "application/json" } }),
    async close() {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      if (bugs.length > 0) throw bugs[0];
    },
  };
}

/**
 * Does what the relay and the workers would: hands announced events to this module's jobs until none is left. Answers the
 * events that were announced, in their order.
 */
export async function workOff(
  house: MoneyHouse,
  { now = wallClock() }: { now?: Date } = {},
): Promise<Announced[]> {
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  const told: Announced[] = [];
  try {
    for (;;) {
      const { rows } = await admin.query<Announced>(
        "delete from outbox where tenant_id = $1 returning id, name, fact",
        [house.tenant.id],
      );
      if (rows.length === 0) return told;
      for (const event of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        told.push(event);
        for (const job of moneyModule.jobs)
          if (job.on?.some((name) => name === event.name)) await runOnce(house, job, event.fact, now);
      }
    }
  } finally {
    await admin.end();
  }
}

/** An event as it stood in the outbox. */
export interface Announced {
  readonly id: string;
  readonly name: string;
  readonly fact: Readonly<Record<string, unknown>>;
}

async function runOnce(house: MoneyHouse, job: Job, fact: unknown, now: Date): Promise<void> {
  if ("run" in job) {
    await house.transact((scope) => job.run(scope, fact), { now });
    return;
  }
  const prepared = await house.transact((scope) => job.prepare(scope, fact), { now });
  if (prepared === null) return;
  const outcome = await job.call(prepared, { signal: AbortSignal.timeout(5000), key: job.name });
  await house.transact((scope) => job.finish(scope, prepared, outcome), { now });
}

/** Fires this module's timers up to a moment, in their order, and works off what they announce. */
export async function fireTimers(house: MoneyHouse, until: Date): Promise<void> {
  for (;;) {
    const [due] = await house.transact(
      (scope) => scope.sql<{ kind: string; subjectId: string; dueAt: Date; payload: object }>`
        delete from timers where tenant_id = ${scope.tenant.id} and id = (
          select id from timers where tenant_id = ${scope.tenant.id} and state = 'pending' and due_at <= ${until}
          order by due_at, id limit 1)
        returning kind, subject_id, due_at, payload`,
    );
    if (!due) return;
    const { kind, ...rest } = due;
    const timer = moneyModule.timers.find(({ name }) => name === kind);
    await house.transact(async (scope) => timer?.run(scope, rest), { now: due.dueAt });
    await workOff(house, { now: due.dueAt });
  }
}

const usualRequest: Omit<PaymentRequest, "orderId"> = {
  payer: { memberId: null, visitorId: "01890000-0000-7000-8000-00000000000a" },
  payeeIds: ["01890000-0000-7000-8000-00000000000b"],
  amountMinor: 5000,
  currency: "EUR",
  description: "60 minutes with a coach",
  returnUrl: "http://localhost:4321/booking",
  minutes: 30,
};
