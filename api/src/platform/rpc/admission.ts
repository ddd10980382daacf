import { type AppError, requestFailure } from "../errors.ts";
import { type Actor } from "../scope/actor.ts";
import { type Caller } from "./caller.ts";
import { hasRoleFor } from "../member-permissions.ts";
import { type Access, type Audience } from "./procedure.ts";

/**
 * Decides whether a caller may call a procedure at all: audience, permission, key scope, member's role, licence, suspended tenant.
 * What a caller may do with a single row is the module's policy.
 */
export function admit(access: Access, caller: Caller): AppError | null {
  const { tenant, actor } = caller;
  if (!tenant && !access.tenantless) return requestFailure("request.tenant_required");
  if (tenant?.status === "suspended" && !access.allowsSuspended)
    return requestFailure("request.tenant_suspended");
  if (caller.via === "page" && !access.onOwnPages) return requestFailure("request.forbidden");
  const refusal = refuseActor(access, caller, actor);
  if (refusal) return refusal;
  if (tenant && !access.goesOn && access.module !== "core" && !caller.activeModules.has(access.module)) {
    return requestFailure("request.module_inactive", { module: access.module });
  }
  return null;
}

function refuseActor(access: Access, caller: Caller, actor: Actor | null): AppError | null {
  const audiences: readonly Audience[] = [access.audience].flat();
  if (actor === null) {
    const isOnPage = caller.via === "publishable" || caller.via === "host" || caller.via === "page";
    // Before somebody of a team signed in they are nobody; operators' own procedures are for operators who did.
    const isEntrance = access.tenantless === true && audiences.includes("staff");
    const isOpen = isEntrance || (audiences.includes("visitor") && isOnPage);
    return isOpen ? null : requestFailure("request.unauthenticated");
  }
  if (!audiences.some((audience) => belongsTo(actor, audience))) {
    return requestFailure(actor.kind === "visitor" ? "request.unauthenticated" : "request.forbidden");
  }
  const scopes = actor.kind === "server" ? actor.scopes : caller.serverScopes;
  const neededScope = access.scope ?? access.permission;
  if (scopes && neededScope !== undefined && !scopes.has(neededScope) && !scopes.has("*")) {
    return requestFailure("request.forbidden");
  }
  if (actor.kind === "member" && !hasRoleFor(access, actor)) return requestFailure("request.forbidden");
  if (
    actor.kind === "staff" &&
    access.permission !== undefined &&
    !actor.permissions.has(access.permission)
  ) {
    return requestFailure("request.forbidden");
  }
  return null;
}

function belongsTo(actor: Actor, audience: Audience): boolean {
  // Everything a visitor may do, a member may do as well.
  return actor.kind === audience || (audience === "visitor" && actor.kind === "member");
}
