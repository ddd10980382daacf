import { type Pool } from "pg";
import { type Bugs } from "../alerts/bugs.ts";
import { businessTime } from "../clock.ts";
import { systemScope } from "../jobs/system-scope.ts";
import { type Log, withLogContext } from "../log.ts";
import { type Metrics } from "../metrics.ts";
import { closeOperatorTask, openOperatorTask } from "../operator-tasks.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";
import { type ClaimedTimer } from "./claim.ts";
import { type Timer } from "./timer.ts";

/** What running timers needs. */
export interface TimerRunOptions {
  /** Connections of the role app_relay. */
  readonly pool: Pool;
  readonly timers: readonly Timer[];
  readonly scopes: Scopes;
  /** The tenant with its clock as it stands now. */
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly bugs: Bugs;
}

/** Failures after which an operator is told, and told again when as many more follow. */
const TELL_EVERY = 5;

const TASK = "timers.failing";

/** Runs claimed timers, each in a transaction that also says it is done; failures are noted and come back later, for ever. */
export class TimerRuns {
  readonly #options: TimerRunOptions;
  readonly #byName: ReadonlyMap<string, Timer>;
  readonly #ran: (at: Readonly<Record<"timer" | "result", string>>) => void;

  constructor(options: TimerRunOptions) {
    this.#options = options;
    this.#byName = new Map(options.timers.map((timer) => [timer.name, timer]));
    this.#ran = options.metrics.counter("tessera_timers_total", "Timers run by this process.", [
      "timer",
      "result",
    ]);
  }

  /** The names of the timers that can be run here. */
  get kinds(): string[] {
    return [...this.#byName.keys()];
  }

  /** Runs one; false when it failed. Its `now` is the moment given, or the tenant's business time but never before it was due. */
  async run(claimed: ClaimedTimer, at?: Date): Promise<boolean> {
    const context = { requestId: claimed.id, tenantId: claimed.tenantId, actor: `system:${claimed.kind}` };
    return withLogContext(context, async () => {
      try {
        await this.#runIn(claimed, at);
        this.#ran({ timer: claimed.kind, result: "done" });
        return true;
      } catch (error) {
        this.#ran({ timer: claimed.kind, result: "failed" });
        this.#options.log.error(
          { err: error, timer: claimed.kind, attempt: claimed.attempts },
          "A timer failed.",
        );
        this.#options.bugs.note(error, { place: claimed.kind, requestId: claimed.id });
        await this.#noteFailure(claimed, error);
        return false;
      }
    });
  }

  async #runIn(claimed: ClaimedTimer, at: Date | undefined): Promise<void> {
    const { kind, subjectId, dueAt, payload, attempts, id } = claimed;
    const timer = this.#byName.get(kind);
    if (!timer) throw new Error(`No module has a timer ${kind}.`);
    await this.#inTenant(claimed, at, async (scope) => {
      // Cancelled meanwhile, or taken by another process.
      const taken = await scope.sql`
        update timers set state = 'done', last_error = null
        where tenant_id = ${scope.tenant.id} and id = ${id} and state = 'firing' and attempts = ${attempts}
        returning id`;
      if (taken.length === 0) return;
      await timer.run(scope, { subjectId, dueAt, payload: timer.payload.parse(payload) });
      if (attempts > TELL_EVERY) await closeOperatorTask(scope, { kind: TASK, subjectId: id });
    });
  }

  async #noteFailure(claimed: ClaimedTimer, error: unknown): Promise<void> {
    const { tenantId, id, attempts, kind } = claimed;
    // When this fails as well the timer stays taken, and is found as an orphan.
    await this.#options.pool.query(
      `update timers set state = 'failed', claimed_at = clock_timestamp(), last_error = $4
       where tenant_id = $1 and id = $2 and state = 'firing' and attempts = $3`,
      [tenantId, id, attempts, sentence(error)],
    );
    if (attempts % TELL_EVERY !== 0) return;
    await this.#inTenant(claimed, undefined, (scope) =>
      openOperatorTask(scope, { kind: TASK, subjectId: id, params: { timer: kind, attempts } }),
    );
  }

  async #inTenant(
    { tenantId, kind, id, dueAt }: ClaimedTimer,
    at: Date | undefined,
    work: Parameters<Scopes["transact"]>[1],
  ): Promise<void> {
    const tenant = await this.#options.loadTenant(tenantId);
    if (!tenant) throw new Error("The timer's tenant does not exist.");
    const now = at ?? new Date(Math.max(dueAt.getTime(), businessTime(tenant).getTime()));
    await this.#options.scopes.transact(systemScope(tenant, { cause: kind, requestId: id, now }), work);
  }
}

const sentence = (error: unknown): string => String(error).slice(0, 300);
