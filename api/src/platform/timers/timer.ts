import { type z } from "zod";
import { newId } from "../ids.ts";
import { type Scope } from "../scope/scope.ts";

/** Something that happens by itself when a moment of business time comes. Its run is one transaction with `now` = the due time or later. */
export interface Timer<Payload = unknown> {
  /** `module.verb_noun`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly run: (scope: Scope, due: { readonly subjectId: string; readonly dueAt: Date; readonly payload: Payload }) => Promise<void>;
}

/** Declares a timer. */
export const timer = <Payload>(definition: Timer<Payload>): Timer => definition as unknown as Timer;

/** What is to happen when. */
export interface TimerRequest {
  readonly name: string;
  /** The row it is about; with the name and the key it identifies the pending timer. */
  readonly subjectId: string;
  readonly dueAt: Date;
  /** Tells several timers of one name and subject apart, such as `24h` and `1h`. */
  readonly key?: string;
  readonly payload?: object;
}

/** Sets a timer, or moves the pending one of the same name, subject and key. */
export async function setTimer(scope: Scope, { name, subjectId, dueAt, key = "", payload = {} }: TimerRequest): Promise<void> {
  await scope.sql`
    insert into timers (tenant_id, id, kind, subject_id, key, due_at, payload, state)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${name}, ${subjectId}, ${key}, ${dueAt}, ${JSON.stringify(payload)}, 'pending')
    on conflict (tenant_id, kind, subject_id, key) where state = 'pending'
    do update set due_at = excluded.due_at, payload = excluded.payload`;
}

/** Cancels the pending timers of a subject: one name, or all. */
export async function cancelTimers(scope: Scope, { name, subjectId }: { name?: string; subjectId: string }): Promise<void> {
  await scope.sql`
    delete from timers
    where tenant_id = ${scope.tenant.id} and subject_id = ${subjectId} and state = 'pending'
      and (${name ?? null}::text is null or kind = ${name ?? null})`;
}
