import { type ClientBase } from "pg";

/** An event as it stands in the outbox: committed, and not yet handed on. */
export interface OutboxEvent {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly fact: unknown;
  /** Business time of the fact. */
  readonly happenedAt: Date;
}

/**
 * One kind of thing the relay makes of events: jobs for subscribers, frames for recipients, deliveries for endpoints.
 * It writes with the relay's role in the relay's transaction, one batch at a time in the whole installation, so a batch is
 * handed on once. A batch that throws is tried again in smaller parts.
 */
export interface RelayTarget {
  readonly name: string;
  readonly write: (client: ClientBase, events: readonly OutboxEvent[]) => Promise<void>;
}

/** Runs one prepared statement of a target in the relay's transaction, across tenants; `name` is its name on the connection. */
export async function relayRows<Row extends object>(
  client: ClientBase,
  statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ ...statement, values: [...statement.values] });
  return rows;
}
