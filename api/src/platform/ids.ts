import { createHash, randomBytes } from "node:crypto";

/**
 * A UUIDv7 (RFC 9562, section 5.7): its first 48 bits are the milliseconds of `at`, so rows sort by creation.
 * Ids are not secrets; use `randomToken` for anything that opens a door.
 */
export function newId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A UUID that is always the same for the same parts, for effects that must happen once (RFC 9562, version 8). */
export function derivedId(...parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 256 random bits as base64url: a secret handed out once and stored only as its `tokenHash`. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret handed out: SHA-256, enough for 256-bit random secrets, which cannot be guessed. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** A UUID in 22 letters and digits, for tokens that carry several. */
export const shortId = (id: string): string => idToBytes(id).toString("base64url");

/** The UUID that was shortened so; null for any other text. */
export function idOfShort(text: unknown): string | null {
  if (typeof text !== "string" || !/^[\w-]{22}$/.test(text)) return null;
  return bytesToId(Buffer.from(text, "base64url"));
}

/** The 16 bytes of a UUID, for keys that carry their tenant. */
export const idToBytes = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

/** The UUID of 16 bytes. */
export function bytesToId(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
