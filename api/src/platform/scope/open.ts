import { createHash } from "node:crypto";
import { type Knex } from "knex";
import type pg from "pg";
import { type AnyQueryBuilder, type QueryBuilderType } from "objection";
import { type Actor } from "./actor.ts";
import { type TenantModel, type TenantQueryContext } from "./model.ts";
import { type RequestFacts, type Scope } from "./scope.ts";
import { compile, type Statement } from "./sql.ts";
import { readInTenant } from "./tenant-read.ts";
import { type Tenant } from "./tenant.ts";

/** What a scope is opened with. */
export interface ScopeOptions {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly now: Date;
  readonly request: RequestFacts;
}

/** The driver connection behind Knex, of which only `query` is used here. */
interface Connection {
  query(config: {
    text: string;
    values?: unknown[];
    name?: string;
  }): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Opens scopes on the runtime pool. `withoutPredicate` exists for the isolation tests alone: it leaves the tenant wall to the policies. */
export class Scopes {
  readonly #knex: Knex;
  readonly #isNarrowed: boolean;

  constructor(knex: Knex, { withoutPredicate = false } = {}) {
    this.#knex = knex;
    this.#isNarrowed = !withoutPredicate;
  }

  /** Runs work in one read-write transaction of the tenant; it commits when the work returns and rolls back when it throws. */
  async transact<Result>(options: ScopeOptions, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.#knex.transaction(async (trx) => {
      const connection = (await trx.client.acquireConnection()) as Connection;
      // Not waited for: it travels with the work's first statement, which cannot overtake it and would fail with it.
      const isSet = connection.query(setTenant(options.tenant));
      const [result] = await Promise.all([work(new TransactionScope(options, trx, this.#isNarrowed)), isSet]);
      return result;
    });
  }

  /** Runs work that only reads. No transaction is held: `read` sends its own; `query` and `sql` share a read-only one, opened on first use. */
  async inspect<Result>(options: ScopeOptions, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const scope = new ReadingScope(options, this.#knex, this.#isNarrowed);
    try {
      return await work(scope);
    } finally {
      await scope.close();
    }
  }
}

/**
 * Runs work in another tenant inside the same transaction, then comes back. For the few operations that make a tenant or a
 * sandbox: everything else stays in the tenant it was called for.
 */
export async function withinTenant<Result>(
  scope: Scope,
  tenant: Tenant,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  if (!(scope instanceof TransactionScope))
    throw new Error("Another tenant is entered from a transaction only.");
  const inside = scope.for(tenant);
  await inside.sql`select set_config('app.tenant_id', ${tenant.id}, true)`;
  const result = await work(inside);
  await scope.sql`select set_config('app.tenant_id', ${scope.tenant.id}, true)`;
  return result;
}

abstract class BaseScope implements Scope {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly now: Date;
  readonly request: RequestFacts;
  protected readonly isNarrowed: boolean;

  constructor({ tenant, actor, now, request }: ScopeOptions, isNarrowed: boolean) {
    this.tenant = tenant;
    this.actor = actor;
    this.now = now;
    this.request = request;
    this.isNarrowed = isNarrowed;
  }

  abstract query<M extends TenantModel>(model: new () => M): QueryBuilderType<M>;
  abstract sql<Row extends object>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<Row[]>;
  abstract read<Row extends object>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<Row[]>;

  protected compile(strings: readonly string[], values: readonly unknown[]): Statement {
    return compile(strings, values, this.tenant.id, this.isNarrowed);
  }

  protected queryIn<M extends TenantModel>(trx: Knex.Transaction, model: new () => M): QueryBuilderType<M> {
    const context: TenantQueryContext = { tenantId: this.tenant.id, now: this.now };
    const builder = (model as unknown as typeof TenantModel).query(trx).context(context);
    if (this.isNarrowed) {
      // Inherited by the queries of relations, so fetched graphs are narrowed as well.
      builder.context({
        ...context,
        onBuild: (query: AnyQueryBuilder) => {
          if (!query.isInsert())
            query.where(`${query.tableRefFor(query.modelClass())}.tenantId`, this.tenant.id);
        },
      });
    }
    return builder;
  }
}

class TransactionScope extends BaseScope {
  readonly #trx: Knex.Transaction;

  constructor(options: ScopeOptions, trx: Knex.Transaction, isNarrowed: boolean) {
    super(options, isNarrowed);
    this.#trx = trx;
  }

  /** The same transaction for another tenant; see `withinTenant`. */
  for(tenant: Tenant): TransactionScope {
    const { actor, now, request } = this;
    return new TransactionScope({ tenant, actor, now, request }, this.#trx, this.isNarrowed);
  }

  query<M extends TenantModel>(model: new () => M): QueryBuilderType<M> {
    return this.queryIn(this.#trx, model);
  }

  async sql<Row extends object>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<Row[]> {
    return runIn<Row>(this.#trx, this.compile(strings, values));
  }

  read<Row extends object>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]> {
    return this.sql<Row>(strings, ...values);
  }
}

class ReadingScope extends BaseScope {
  readonly #knex: Knex;
  #trx: Promise<Knex.Transaction> | undefined;

  constructor(options: ScopeOptions, knex: Knex, isNarrowed: boolean) {
    super(options, isNarrowed);
    this.#knex = knex;
  }

  query<M extends TenantModel>(_model: new () => M): QueryBuilderType<M> {
    throw new Error(
      "A query procedure reads with scope.read or scope.sql; models are for transactions that write.",
    );
  }

  async sql<Row extends object>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<Row[]> {
    this.#trx ??= this.#begin();
    return runIn<Row>(await this.#trx, this.compile(strings, values));
  }

  async read<Row extends object>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<Row[]> {
    const statement = this.compile(strings, values);
    const connection = (await this.#knex.client.acquireConnection()) as pg.ClientBase;
    try {
      const rows = await readInTenant(connection, this.tenant, {
        name: preparedName(statement.text),
        text: statement.text,
        values: [...statement.values],
      });
      return rows.map(camelCaseRow) as Row[];
    } finally {
      await this.#knex.client.releaseConnection(connection);
    }
  }

  async close(): Promise<void> {
    if (this.#trx) await (await this.#trx).commit();
  }

  async #begin(): Promise<Knex.Transaction> {
    const trx = await this.#knex.transaction(undefined, { readOnly: true });
    await trx.raw("select set_config('app.tenant_id', ?, true)", [this.tenant.id]);
    return trx;
  }
}

/** Says whose rows the transaction sees. */
const setTenant = ({ id }: Tenant) => ({
  name: "set_tenant",
  text: "select set_config('app.tenant_id', $1, true)",
  values: [id],
});

/** Runs on the transaction's own connection: Knex would read `?` and `:name` in the text as bindings of its own. */
async function runIn<Row extends object>(trx: Knex.Transaction, { text, values }: Statement): Promise<Row[]> {
  const connection = (await trx.client.acquireConnection()) as Connection;
  const { rows } = await connection.query({ name: preparedName(text), text, values: [...values] });
  return rows.map(camelCaseRow) as Row[];
}

const names = new Map<string, string>();

/** Statements come from the source code, so there are as many names as templates; the bound only guards against a mistake. */
function preparedName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size > 5000) names.clear();
    name = createHash("sha1").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}

const columns = new Map<string, string>();

const camelCase = (column: string): string => {
  let name = columns.get(column);
  if (name === undefined) {
    name = column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    columns.set(column, name);
  }
  return name;
};

const camelCaseRow = (row: Record<string, unknown>): Record<string, unknown> => {
  const renamed: Record<string, unknown> = {};
  for (const column in row) renamed[camelCase(column)] = row[column];
  return renamed;
};
