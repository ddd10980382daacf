import { type Context } from "koa";
import { businessTime } from "../clock.ts";
import { requestFailure } from "../errors.ts";
import { credentialsOf, factsOf } from "../http/request.ts";
import { tenantDoor } from "../http/tenant-door.ts";
import { admit } from "../rpc/admission.ts";
import { type Access } from "../rpc/procedure.ts";
import { actorId } from "../scope/actor.ts";
import { type ScopeOptions } from "../scope/open.ts";

/** Who calls a route of files, admitted and counted as for any call; it takes somebody who is known, if only as a visitor. */
export async function callerFor(ctx: Context, access: Access): Promise<ScopeOptions> {
  const { authenticate, limiter } = tenantDoor();
  const caller = await authenticate(credentialsOf(ctx, null));
  const { tenant, actor } = caller;
  if (!tenant || !actor) throw requestFailure("request.unauthenticated");
  const limit = limiter.take(`${actor.kind}:${actorId(actor)}`, caller.requestsPerMinute, performance.now());
  if (!limit.isAllowed) throw requestFailure("request.rate_limited", { seconds: limit.seconds });
  const refusal = admit(access, caller);
  if (refusal) throw refusal;
  return { tenant, actor, now: businessTime(tenant), request: factsOf(ctx) };
}
