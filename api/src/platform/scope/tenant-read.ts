import pg from "pg";
import { type Tenant } from "./tenant.ts";

/** A statement that is prepared under its name at every connection that runs it. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The parts of node-postgres's `Query` that are built upon here; its types know `submit` alone. */
interface ExtensibleQuery {
  callback: (failure: Error | null, result: pg.QueryResult<Record<string, unknown>>) => void;
  submit(connection: pg.Connection): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
}

const Query = pg.Query as unknown as new (statement: NamedStatement) => ExtensibleQuery;

// The tenant's rows, for reading, as long as the transaction lasts.
const enter = {
  name: "read_in_tenant",
  text: "select set_config('app.tenant_id', $1, true), set_config('transaction_read_only', 'on', true)",
};

/** Connections at which `enter` is prepared. */
const prepared = new WeakSet<pg.ClientBase>();

/**
 * One statement in a read-only transaction of its own that sees one tenant's rows. What is sent between two Syncs is one transaction
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING), so it takes no `begin` and no `commit`.
 */
class TenantRead extends Query {
  readonly #tenantId: string;
  #isEntered = false;

  constructor(tenant: Tenant, statement: NamedStatement) {
    super(statement);
    this.#tenantId = tenant.id;
  }

  override submit(connection: pg.Connection): Error | null {
    connection.stream.cork();
    connection.bind({ portal: "", statement: enter.name, values: [this.#tenantId] }, true);
    connection.execute({ portal: "" }, true);
    const failure = super.submit(connection);
    connection.stream.uncork();
    return failure;
  }

  override handleDataRow(message: unknown): void {
    if (this.#isEntered) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#isEntered) super.handleCommandComplete(message, connection);
    else this.#isEntered = true;
  }
}

/** Reads rows of the tenant at a connection that is opened with node-postgres's `pipeline`. */
export function readInTenant(
  connection: pg.ClientBase,
  tenant: Tenant,
  statement: NamedStatement,
): Promise<Record<string, unknown>[]> {
  // Travels ahead of the read, and sees to nothing but that the statement is there.
  const isPrepared = prepared.has(connection) || connection.query({ ...enter, values: [tenant.id] });
  prepared.add(connection);
  const rows = new Promise<Record<string, unknown>[]>((resolve, reject) => {
    const read = new TenantRead(tenant, statement);
    read.callback = (failure, result) => (failure ? reject(failure) : resolve(result.rows));
    connection.query(read);
  });
  return Promise.all([rows, isPrepared]).then(([found]) => found);
}
