import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from "node:crypto";
import { bytesToId, idToBytes } from "./ids.ts";

/** The platform's secret keys, newest first. The first one makes new things; all of them still read old ones. */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #derived = new Map<string, Buffer>();
  /** The id of the key that new things are made with. */
  readonly currentId: string;

  constructor(keys: readonly { readonly id: string; readonly material: Buffer }[]) {
    const [current] = keys;
    if (!current) throw new Error("A key ring needs at least one key.");
    this.currentId = current.id;
    this.#keys = new Map(keys.map(({ id, material }) => [id, material]));
  }

  /** Reads `id:base64` keys separated by commas, as configured in TESSERA_SECRET. */
  static parse(text: string): KeyRing {
    return new KeyRing(
      text.split(",").map((entry) => {
        const [id = "", encoded = ""] = entry.trim().split(":");
        const material = Buffer.from(encoded, "base64");
        if (!/^[\w-]+$/.test(id) || material.length < 32)
          throw new Error("A key is written `id:base64` and has 32 bytes or more.");
        return { id, material };
      }),
    );
  }

  /** The 32-byte key of one purpose (RFC 5869), so that no two uses share a key; null when the ring has no key of that id. */
  keyFor(purpose: string, id: string = this.currentId): Buffer | null {
    const material = this.#keys.get(id);
    if (!material) return null;
    const name = `${id} ${purpose}`;
    let key = this.#derived.get(name);
    if (!key)
      this.#derived.set(name, (key = Buffer.from(hkdfSync("sha256", material, "tessera", purpose, 32))));
    return key;
  }

  /** Every key id of the ring, newest first. */
  get ids(): readonly string[] {
    return [...this.#keys.keys()];
  }
}

let ring: KeyRing | undefined;

/** Gives the process its keys, once at the start. */
export function useKeyRing(keys: KeyRing): void {
  ring = keys;
}

/** The process's keys. */
export function keyRing(): KeyRing {
  if (!ring) throw new Error("useKeyRing was not called at the start of the process.");
  return ring;
}

const currentKey = (purpose: string): Buffer => keyRing().keyFor(purpose)!;

/** What a sealed text belongs to. Opened for anything else it does not open. */
export interface Binding {
  readonly tenantId: string;
  /** `module.what`, such as `identity.code`. */
  readonly purpose: string;
  /** The row it stands in, so that it cannot be moved to another one. */
  readonly subject?: string;
  /** Sealed under a key of this tenant alone, instead of the one that all tenants' texts of a purpose share. */
  readonly hasOwnKey?: true;
}

const sealingKey = ({ purpose, tenantId, hasOwnKey }: Binding, id?: string): Buffer | null =>
  keyRing().keyFor(hasOwnKey ? `seal ${purpose} ${tenantId}` : `seal ${purpose}`, id);

const additionalData = ({ tenantId, purpose, subject = "" }: Binding): Buffer =>
  Buffer.from(JSON.stringify([purpose, tenantId, subject]));

/** Encrypts a text for storage (AES-256-GCM); `open` with the same binding gives it back. */
export function seal(text: string, binding: Binding): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(binding)!, nonce).setAAD(additionalData(binding));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${keyRing().currentId}.${sealed.toString("base64url")}`;
}

/** Decrypts a sealed text. Throws when it was altered, belongs elsewhere or its key is no longer in the ring. */
export function open(sealed: string, binding: Binding): string {
  const [keyId = "", encoded = ""] = sealed.split(".");
  const key = sealingKey(binding, keyId);
  if (!key)
    throw new Error(`The key ${keyId} of a sealed ${binding.purpose} is not in TESSERA_SECRET any more.`);
  const bytes = Buffer.from(encoded, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(additionalData(binding)).setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
}

/** Who and what a short signed token stands for: a visitor, a booking to manage, a file to fetch. */
export interface SignedSubject {
  readonly tenantId: string;
  /** An id or another short text. Everybody who holds the token can read it. */
  readonly subject: string;
  readonly expiresAt: Date;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const macBytes = 16;

/** Signs a short token for one purpose: tenant, subject and expiry in some 75 characters that fit into a link. */
export function signToken(purpose: string, { tenantId, subject, expiresAt }: SignedSubject): string {
  const head = Buffer.alloc(6);
  head.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), 0, 5);
  head[5] = isId(subject) ? 1 : 0;
  const payload = Buffer.concat([
    head,
    idToBytes(tenantId),
    isId(subject) ? idToBytes(subject) : Buffer.from(subject),
  ]);
  const mac = createHmac("sha256", currentKey(`token ${purpose}`))
    .update(payload)
    .digest()
    .subarray(0, macBytes);
  return `${keyRing().currentId}.${Buffer.concat([payload, mac]).toString("base64url")}`;
}

/** What a short token stands for, or null when it was not signed here for this purpose, was altered or has expired at `now`. */
export function verifyToken(purpose: string, token: string, now: Date): SignedSubject | null {
  const dot = token.indexOf(".");
  const key = keyRing().keyFor(`token ${purpose}`, token.slice(0, dot));
  const bytes = Buffer.from(token.slice(dot + 1), "base64url");
  // Base64 has several spellings of some bytes; only ours passes.
  if (!key || bytes.length < 22 + macBytes || bytes.toString("base64url") !== token.slice(dot + 1))
    return null;
  const payload = bytes.subarray(0, -macBytes);
  const mac = createHmac("sha256", key).update(payload).digest().subarray(0, macBytes);
  if (!timingSafeEqual(mac, bytes.subarray(-macBytes))) return null;
  const expiresAt = new Date(payload.readUIntBE(0, 5) * 1000);
  if (expiresAt <= now) return null;
  const subject = payload.subarray(22);
  return {
    tenantId: bytesToId(payload.subarray(6, 22)),
    subject: payload[5] === 1 ? bytesToId(subject) : subject.toString(),
    expiresAt,
  };
}

/** A keyed fingerprint of a text for one purpose: for short secrets that a plain hash would not protect, and for keys of counters. */
export const fingerprint = (purpose: string, text: string, keyId?: string): string => {
  const key = keyRing().keyFor(`fingerprint ${purpose}`, keyId);
  if (!key) throw new Error(`The key ${keyId} is not in TESSERA_SECRET any more.`);
  return createHmac("sha256", key).update(text).digest("base64url");
};

/** Signs texts that leave the house and come back, such as challenges. */
export const signerFor = (purpose: string) => ({
  sign: (payload: string): string => fingerprint(purpose, payload),
  isSigned: (payload: string, signature: string): boolean =>
    keyRing().ids.some((id) => isSameSecret(fingerprint(purpose, payload, id), signature)),
});

/** Compares two secrets in a time that says nothing about where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** A random number of `digits` digits with its leading zeros, for codes people type. */
export const randomDigits = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, "0");
