import { join } from "node:path";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../src/platform/db/embedded.ts";

/** Where the cluster of all tests lives. */
export const testClusterDir = join(import.meta.dirname, "../../.data/test");

/**
 * Starts the cluster shared by every test file, or joins it. It stays up for the next file: `stop-cluster.ts` ends it.
 * TESSERA_TEST_ADMIN_URL names another one, such as an older PostgreSQL.
 */
export async function testCluster(): Promise<{ readonly adminUrl: string }> {
  const elsewhere = process.env["TESSERA_TEST_ADMIN_URL"];
  if (elsewhere !== undefined) return { adminUrl: elsewhere };
  return await startTestCluster();
}

function startTestCluster(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: testClusterDir,
    database: "postgres",
    settings: {
      max_connections: "300",
      // Tests survive a crash of the machine by starting over.
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      autovacuum: "off",
    },
  });
}
