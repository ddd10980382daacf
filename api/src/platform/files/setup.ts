import { type Antivirus } from "../providers/antivirus/port.ts";
import { type FileStorage } from "../providers/storage/port.ts";
import { type FileStores } from "./stores.ts";

/** How this process keeps files. */
export interface FileSetup {
  /** For tenants without a bucket of their own. */
  readonly storage: FileStorage;
  /** The buckets tenants connected; null until they can. */
  readonly connected: FileStores | null;
  readonly antivirus: Antivirus;
  /** A folder for files under way, out of every web root. */
  readonly workFolder: string;
  /** What one tenant may keep, in bytes. */
  readonly quotaBytes: number;
  /** What one member or visitor may keep, in bytes. */
  readonly ownerQuotaBytes: number;
}

let setup: FileSetup | undefined;

/** Tells the process how to keep files, once at the start. */
export function useFiles(chosen: FileSetup): void {
  setup = chosen;
}

/** How this process keeps files. */
export function fileSetup(): FileSetup {
  if (!setup) throw new Error("useFiles was not called at the start of the process.");
  return setup;
}

/** Which providers keep and scan files, for health. */
export const fileProviderNames = (): { files: string; antivirus: string } => ({
  files: setup?.storage.name ?? "none",
  antivirus: setup?.antivirus.name ?? "none",
});

/** The key of a file's bytes in the storage; of one of its widths when given. */
export const storageKey = (tenantId: string, fileId: string, width?: number): string =>
  `${tenantId}/${fileId}${width === undefined ? "" : `.${width}`}`;

/** How wide and high a preview of a picture is at most. */
export const previewPixels = 640;

/** Where the bytes of an infected file lie; no link and no address leads there. */
export const quarantineKey = (tenantId: string, fileId: string): string =>
  `${storageKey(tenantId, fileId)}.quarantine`;
