import { type FileStorage } from "../providers/storage/port.ts";
import { type Scope } from "../scope/scope.ts";
import { fileSetup } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";

/** A bucket of the tenant's own. */
interface FileStore {
  /** Kept with every file that lies in it. */
  readonly id: string;
  readonly storage: FileStorage;
}

/** The buckets tenants connected themselves. */
export interface FileStores {
  /** Where a tenant's new files go; null when it has no bucket of its own. */
  readonly current: (scope: Scope) => Promise<FileStore | null>;
  /** One by its id, also when nothing new goes there any more; null when nobody knows it. */
  readonly find: (scope: Scope, id: string) => Promise<FileStorage | null>;
}

/** Where the next file of a tenant goes: to its own bucket, else to the installation's store, which has no id. */
export async function storeForNew(
  scope: Scope,
): Promise<{ readonly id: string | null; readonly storage: FileStorage }> {
  const { connected, storage } = fileSetup();
  return (await connected?.current(scope)) ?? { id: null, storage };
}

/** Where the bytes of a file lie, wherever new ones go by now. */
export async function storeOf(scope: Scope, { storeId }: Pick<StoredFile, "storeId">): Promise<FileStorage> {
  const { connected, storage } = fileSetup();
  if (storeId === null) return storage;
  const found = await connected?.find(scope, storeId);
  if (!found) throw new Error(`Files lie in the store ${storeId}, which nobody knows.`);
  return found;
}

/** Every store that holds files of a tenant, and the installation's. */
export async function storesInUse(
  scope: Scope,
): Promise<readonly { readonly id: string | null; readonly storage: FileStorage }[]> {
  const used = await scope.read<{ storeId: string }>`
    select distinct store_id from ${StoredFile} f where store_id is not null`;
  const own = used.map(async ({ storeId }) => ({ id: storeId, storage: await storeOf(scope, { storeId }) }));
  return [{ id: null, storage: fileSetup().storage }, ...(await Promise.all(own))];
}
