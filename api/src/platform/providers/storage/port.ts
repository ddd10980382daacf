import { type Readable } from "node:stream";

/** Bytes that were found, as a stream that the reader has to read or destroy. */
export interface StoredBytes {
  readonly stream: Readable;
  /** Of the whole, also where the stream holds a part of it. */
  readonly bytes: number;
}

/** A part of a file, its first and its last byte counted from 0; the last one exists. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A key that something lies under. */
export interface StoredKey {
  readonly key: string;
  readonly writtenAt: Date;
}

/**
 * Keeps files under keys of ours, `<tenant>/<file>`, `<tenant>/<file>.<width>` and `<tenant>/<file>.quarantine`; names that people chose never reach it.
 * A key is written once and is there as a whole or not at all.
 */
export interface FileStorage {
  /** Shown in health and in the admin app, such as `local` or `s3`. */
  readonly name: string;
  /** Keeps the file at a path of this machine; storing the same key again is no mistake. */
  put(key: string, path: string, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Answers null when there is nothing under the key; with a range, that part of it. */
  get(key: string, range?: ByteRange): Promise<StoredBytes | null>;
  /** Deletes a key; one that is not there is as good as deleted. */
  delete(key: string, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Every key of a tenant that something lies under, in no order. */
  list(tenantId: string, options: { readonly signal: AbortSignal }): AsyncIterable<StoredKey>;
}

/** Whether a key is one of ours, so that it cannot lead anywhere else. */
export const isStorageKey = (key: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.(\d{1,5}|quarantine))?$/.test(
    key,
  );
