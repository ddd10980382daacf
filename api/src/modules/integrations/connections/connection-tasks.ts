import { closeOperatorTask } from "../../../platform/operator-tasks.ts";
import { captchaRefusedTask } from "../../../platform/providers/captcha/for-tenant.ts";
import { videoFailedTask } from "../../../platform/providers/video/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** Says that nothing about a connection waits for a person any more: it works again, or is gone. */
export async function closeConnectionTasks(scope: Scope, connectionId: string): Promise<void> {
  for (const kind of [videoFailedTask, captchaRefusedTask])
    await closeOperatorTask(scope, { kind, subjectId: connectionId });
}
