import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** Has the workers put everything the site's members wrote under the newest key, a batch at a time. Asked again, it goes over it again. */
export const resealMessages = (scope: Scope): Promise<void> =>
  announce(scope, "reseal.wanted", { after: null });
