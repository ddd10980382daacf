import { type Scope } from "../../platform/scope/scope.ts";
import { ApiKey } from "./models/api-key.ts";

/** The names of keys, by id. */
export async function nameKeys(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.read<{ id: string; name: string }>`
    select id, name from ${ApiKey} k where id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
