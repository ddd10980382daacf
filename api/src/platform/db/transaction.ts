import { type Pool, type PoolClient } from "pg";

/** Thrown instead of a failure when the connection itself is gone, so that nobody blames the work. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/** Runs work in one transaction of a driver's pool: it commits when the work returns and rolls back when it throws. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let isLost = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    isLost = await client.query("rollback").then(
      () => false,
      () => true,
    );
    throw isLost ? new ConnectionLost("The database's connection broke.", { cause: error }) : error;
  } finally {
    client.release(isLost);
  }
}
