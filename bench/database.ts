import { join } from "node:path";
import { startEmbeddedPostgres } from "../api/src/platform/db/embedded.ts";
import { migrateLatest } from "../api/src/platform/db/migrate.ts";
import { type LoginRole, roleUrl } from "../api/src/platform/db/roles.ts";

/** A migrated database that waits for the disk as a real one does. */
export interface BenchDatabase {
  readonly adminUrl: string;
  readonly url: (role: LoginRole) => string;
  readonly stop: () => Promise<void>;
}

const secret = "tessera-bench-secret";

/** Starts the benchmarks' own PostgreSQL with the settings the product ships. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const { adminUrl, stop } = await startEmbeddedPostgres({
    dataDir: join(import.meta.dirname, "../.data/bench"),
    database: "bench",
  });
  await migrateLatest(adminUrl, secret);
  return { adminUrl, url: (role) => roleUrl(adminUrl, role, secret), stop };
}
