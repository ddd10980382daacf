import { newId } from "./ids.ts";
import { type Scope } from "./scope/scope.ts";

/** Tells an operator that something cannot go on by itself. One open task per kind and subject; repeating changes nothing. */
export async function openOperatorTask(
  scope: Scope,
  { kind, subjectId, params = {} }: { kind: string; subjectId: string; params?: object },
): Promise<void> {
  await scope.sql`
    insert into operator_tasks (tenant_id, id, kind, subject_id, params, state)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${kind}, ${subjectId}, ${JSON.stringify(params)}, 'open')
    on conflict (tenant_id, kind, subject_id) where state = 'open' do nothing`;
}
