import { type QueryBuilderType } from "objection";
import { type Actor } from "./actor.ts";
import { type TenantModel } from "./model.ts";
import { type Tenant } from "./tenant.ts";

/** What is known of the request behind a call; empty for jobs and timers. */
export interface RequestFacts {
  /** Sent as `X-Request-Id` or made up; in every answer and log line. */
  readonly requestId: string;
  /** The caller's address, null for system work. Proxies count only when configured as trusted. */
  readonly ip: string | null;
  /** The page's origin, null when no browser sent it. */
  readonly origin: string | null;
  /** The locale asked for, the tenant's when none was. */
  readonly locale: string;
  readonly userAgent: string | null;
}

/** What an operation runs with: one transaction that sees one tenant's rows, the caller, and the tenant's business time. */
export interface Scope {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** The tenant's business time when the call began; the only time an operation may look at. */
  readonly now: Date;
  readonly request: RequestFacts;

  /** Reads and writes rows of a model: the tenant predicate is added to reads, updates and deletes, the tenant id to inserts. */
  query<M extends TenantModel>(model: new () => M): QueryBuilderType<M>;

  /**
   * Runs one statement in the call's transaction. Models stand for their tables, narrowed to the tenant: `` sql`select … from ${Booking} b` ``.
   * Rows come back in camelCase. Bigints come back as safe integers.
   */
  sql<Row extends object>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;

  /**
   * Like `sql`, for reading. In a query procedure it costs one round trip: its small read-only transaction is sent pipelined.
   * In a mutation it reads inside the call's transaction.
   */
  read<Row extends object>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}
