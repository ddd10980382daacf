import { createHmac, randomBytes } from "node:crypto";
import { wallClock } from "../../platform/clock.ts";
import { bytesToId, idToBytes, tokenHash } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { keyRing } from "../../platform/secrets.ts";
import { RefreshToken } from "./models/refresh-token.ts";
import { Session } from "./models/session.ts";
import { judgeRefresh } from "./rules/refresh.ts";
import { endSessions } from "./sessions.ts";

const purpose = "refresh tokens";

/** The tenant a refresh token belongs to, before it is known whether it exists; null when it is no such token. */
export function tenantOfRefreshToken(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  return bytes.length === 48 && bytes.toString("base64url") === token
    ? bytesToId(bytes.subarray(0, 16))
    : null;
}

const makeToken = (tenantId: string, secret: Buffer): string =>
  Buffer.concat([idToBytes(tenantId), secret]).toString("base64url");

// The next token follows from the one before, so a repeat within the grace finds it again although only its hash is stored.
function nextToken(tenantId: string, token: string, keyId: string): string | null {
  const key = keyRing().keyFor(purpose, keyId);
  return key && makeToken(tenantId, createHmac("sha256", key).update(token).digest());
}

/** Gives a new session its first refresh token. */
export async function issueRefreshToken(
  scope: Scope,
  session: Pick<Session, "id" | "expiresAt">,
  lifetimeMs: number,
): Promise<string> {
  return store(scope, makeToken(scope.tenant.id, randomBytes(32)), session, lifetimeMs);
}

async function store(
  scope: Scope,
  token: string,
  session: Pick<Session, "id" | "expiresAt">,
  lifetimeMs: number,
): Promise<string> {
  const issuedAt = wallClock();
  const expiresAt = new Date(Math.min(issuedAt.getTime() + lifetimeMs, session.expiresAt.getTime()));
  await scope
    .query(RefreshToken)
    .insert({ hash: tokenHash(token), sessionId: session.id, issuedAt, expiresAt });
  return token;
}

/** A session that was refreshed, with its next refresh token. */
export interface Rotation {
  readonly session: Session;
  readonly refreshToken: string;
}

/**
 * Uses a refresh token up and answers the next one. Null when the token is unknown, too old or from another page; a token used
 * twice ends its session. Run it in a transaction that commits in either case.
 */
export async function rotateRefreshToken(
  scope: Scope,
  token: string,
  { origin, lifetimeMs }: { readonly origin: string | null; readonly lifetimeMs: number },
): Promise<Rotation | null> {
  const now = wallClock();
  const hash = tokenHash(token);
  const found = await scope.query(RefreshToken).findOne({ hash });
  if (!found) return null;
  // Two tabs with one token wait for each other here.
  const session = await scope.query(Session).findOne({ id: found.sessionId }).forUpdate();
  const used = await scope.query(RefreshToken).findOne({ hash });
  if (!session || !used || session.endedAt || session.expiresAt <= now || session.origin !== origin)
    return null;

  const childToken = used.keyId === null ? null : nextToken(scope.tenant.id, token, used.keyId);
  const child =
    childToken === null
      ? null
      : ((await scope.query(RefreshToken).findOne({ hash: tokenHash(childToken) })) ?? null);
  const outcome = judgeRefresh(
    { expiresAt: used.expiresAt, usedAt: used.usedAt, isChildUsed: child === null || child.usedAt !== null },
    now,
  );
  switch (outcome) {
    case "expired":
      return null;
    case "reused":
      await endSessions(scope, { sessionId: session.id }, "token_reused");
      return null;
    case "repeat":
      return { session, refreshToken: childToken! };
    case "rotate": {
      const keyId = keyRing().currentId;
      await scope.query(RefreshToken).where({ hash }).patch({ usedAt: now, keyId });
      await scope.query(Session).where({ id: session.id }).patch({ seenAt: now });
      const next = nextToken(scope.tenant.id, token, keyId)!;
      return { session, refreshToken: await store(scope, next, session, lifetimeMs) };
    }
  }
}
