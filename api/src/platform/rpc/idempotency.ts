import { requestFailure } from "../errors.ts";
import { type ScopeOptions, type Scopes } from "../scope/open.ts";
import { type Scope } from "../scope/scope.ts";
import { fingerprint } from "../secrets.ts";
import { sqlStateOf } from "./answer.ts";

/** One use of an Idempotency-Key: whose it is, for which procedure, and what was asked. */
export interface IdempotentUse {
  readonly actorKey: string;
  readonly procedure: string;
  readonly key: string;
  readonly inputHash: string;
  readonly answersSecret: boolean;
}

/** Whether a key was sent that can tell one request from all others. */
export const isKey = (sent: string | null): sent is string =>
  sent !== null && sent.length >= 8 && sent.length <= 255;

/** Thrown instead of running an operation again: carries the first answer. */
export class Replay extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("This request was already answered.");
    this.answer = answer;
  }
}

/** A fingerprint of an input that does not depend on the order of its fields. Keyed: an input may hold a password. */
export const inputHash = (input: unknown): string =>
  fingerprint("idempotent input", JSON.stringify(input, sortFields) ?? "");

const sortFields = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

interface StoredUse {
  inputHash: string;
  state: "started" | "done";
  body: { answer: unknown } | null;
  isStale: boolean;
}

/** How often an operation that is outside says that it is still under way. */
const SIGN_MS = 4000;

/** Silence after which it is not: its process died. */
const SILENT_FOR = "15 seconds";

/**
 * Takes the key in the operation's own transaction. Throws `Replay` with the first answer when the same request was answered
 * before, and a conflict when the key was used for another request or is being used now.
 */
export async function takeKey(scope: Scope, use: IdempotentUse): Promise<void> {
  const inserted = await insertKey(scope, use);
  if (inserted) return;
  const [stored] = await scope.sql<StoredUse>`
    select input_hash, state, body, created_at < now() - ${SILENT_FOR}::interval as is_stale
    from idempotency_keys
    where tenant_id = ${scope.tenant.id} and actor_key = ${use.actorKey} and procedure = ${use.procedure} and key = ${use.key}
    for update`;
  if (!stored) throw requestFailure("request.in_progress");
  if (stored.inputHash !== use.inputHash) throw requestFailure("request.idempotency_key_reused");
  if (stored.state === "done") {
    if (stored.body) throw new Replay(stored.body.answer);
    throw requestFailure("request.already_done");
  }
  // Left behind by a crash between the parts of a three-part operation: its stored command makes running it again safe.
  if (!stored.isStale) throw requestFailure("request.in_progress");
  await scope.sql`
    update idempotency_keys set created_at = now()
    where tenant_id = ${scope.tenant.id} and actor_key = ${use.actorKey} and procedure = ${use.procedure} and key = ${use.key}`;
}

/** Keeps a repeat from taking the key over while the operation is outside, however long that takes; ends with the answer's call. */
export function holdKey(scopes: Scopes, options: ScopeOptions, use: IdempotentUse): () => void {
  const sign = (scope: Scope): Promise<unknown> => scope.sql`
    update idempotency_keys set created_at = now()
    where tenant_id = ${scope.tenant.id} and actor_key = ${use.actorKey} and procedure = ${use.procedure} and key = ${use.key}
      and state = 'started'`;
  // A sign that fails is followed by the next.
  const timer = setInterval(() => void scopes.transact(options, sign).catch(() => undefined), SIGN_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function insertKey(scope: Scope, use: IdempotentUse): Promise<boolean> {
  try {
    const rows = await scope.sql`
      insert into idempotency_keys (tenant_id, actor_key, procedure, key, input_hash, state)
      values (${scope.tenant.id}, ${use.actorKey}, ${use.procedure}, ${use.key}, ${use.inputHash}, 'started')
      on conflict do nothing
      returning key`;
    return rows.length === 1;
  } catch (failure) {
    // The first request is still in its transaction, for longer than the lock timeout.
    if (sqlStateOf(failure) === "55P03") throw requestFailure("request.in_progress");
    throw failure;
  }
}

/** Keeps the answer for repeats, in the transaction that made it true. A secret is never kept. */
export async function keepAnswer(scope: Scope, use: IdempotentUse, answer: unknown): Promise<void> {
  const body = use.answersSecret ? null : JSON.stringify({ answer });
  await scope.sql`
    update idempotency_keys set state = 'done', body = ${body}
    where tenant_id = ${scope.tenant.id} and actor_key = ${use.actorKey} and procedure = ${use.procedure} and key = ${use.key}`;
}

/** Gives the key back after a three-part operation failed in the middle, so that a repeat runs. */
export async function giveKeyBack(scope: Scope, use: IdempotentUse): Promise<void> {
  await scope.sql`
    delete from idempotency_keys
    where tenant_id = ${scope.tenant.id} and actor_key = ${use.actorKey} and procedure = ${use.procedure} and key = ${use.key}
      and state = 'started'`;
}
