import { type z } from "zod";
import { newId } from "../ids.ts";
import { type Scope } from "../scope/scope.ts";

/** Something that happens by itself when a moment of business time comes. Its run is one transaction with `now` = the due time or later. */
export interface Timer<Payload = unknown> {
  /** `module.verb_noun`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly run: (
    scope: Scope,
    due: { readonly subjectId: string; readonly dueAt: Date; readonly payload: Payload },
  ) => Promise<void>;
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

/** Sets a timer, or moves the one of the same name, subject and key that has not run, also when it failed so far. */
export async function setTimer(
  scope: Scope,
  { name, subjectId, dueAt, key = "", payload = {} }: TimerRequest,
): Promise<void> {
  await scope.sql`
    with replaced as (
      delete from timers
      where tenant_id = ${scope.tenant.id} and kind = ${name} and subject_id = ${subjectId} and key = ${key} and state = 'failed'
    )
    insert into timers (tenant_id, id, kind, subject_id, key, due_at, payload, state)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${name}, ${subjectId}, ${key}, ${dueAt}, ${JSON.stringify(payload)}, 'pending')
    on conflict (tenant_id, kind, subject_id, key) where state = 'pending'
    do update set due_at = excluded.due_at, payload = excluded.payload`;
}

/**
 * Cancels the timers of a subject that have not run: one name, or all. One that is running at this moment is left alone, or
 * the two transactions could wait for each other for ever; it finds the subject's new state when it gets to it.
 */
export async function cancelTimers(
  scope: Scope,
  { name, subjectId }: { name?: string; subjectId: string },
): Promise<void> {
  await scope.sql`
    with waiting as (
      delete from timers
      where tenant_id = ${scope.tenant.id} and subject_id = ${subjectId} and state = 'pending'
        and (${name ?? null}::text is null or kind = ${name ?? null})
    ), taken as (
      select tenant_id, id from timers
      where tenant_id = ${scope.tenant.id} and subject_id = ${subjectId} and state in ('failed', 'firing')
        and (${name ?? null}::text is null or kind = ${name ?? null})
      for update skip locked
    )
    delete from timers t using taken where t.tenant_id = taken.tenant_id and t.id = taken.id`;
}
