import { newId } from "./ids.ts";
import { TenantModel } from "./scope/model.ts";
import { type Scope } from "./scope/scope.ts";

/** Something that cannot go on by itself, as stored. */
export class OperatorTask extends TenantModel {
  static override tableName = "operator_tasks";
  static override timestamps = false;

  declare kind: string;
  declare subjectId: string;
  declare params: Record<string, unknown>;
  declare state: "open" | "done";
}

/** Tells an operator that something cannot go on by itself. One open task per kind and subject; repeating changes nothing. */
export async function openOperatorTask(
  scope: Scope,
  { kind, subjectId, params = {} }: { kind: string; subjectId: string; params?: object },
): Promise<void> {
  await scope.sql`
    insert into operator_tasks (tenant_id, id, kind, subject_id, note_code, params, state, created_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${kind}, ${subjectId}, ${kind}, ${JSON.stringify(params)}, 'open', ${scope.now})
    on conflict (tenant_id, kind, subject_id) where state = 'open' do nothing`;
}

/** Says that the trouble is over without a person's help. */
export async function closeOperatorTask(
  scope: Scope,
  { kind, subjectId }: { kind: string; subjectId: string },
): Promise<void> {
  await scope.sql`
    update operator_tasks set state = 'done', done_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and kind = ${kind} and subject_id = ${subjectId} and state = 'open'`;
}

/** What waits for a person, oldest first: as many as asked for. */
export const listOpenTasks = (scope: Scope, limit: number): Promise<OperatorTask[]> =>
  scope.read<OperatorTask>`
    select id, kind, subject_id, params, created_at from ${OperatorTask} t
    where state = 'open' order by created_at, id limit ${limit}`;
