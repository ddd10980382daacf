/** What somebody may do as a team member of a tenant, from most to least. */
export const staffRoles = ["owner", "admin", "member", "guest"] as const;

export type StaffRole = (typeof staffRoles)[number];

/** Who calls. A visitor is a person the site does not know yet; `system` is a job, a timer or an inbound event. */
export type Actor =
  | { readonly kind: "visitor"; readonly visitorId: string }
  | {
      readonly kind: "member";
      readonly memberId: string;
      readonly roles: readonly string[];
      /** Roles they asked for and have once the team approves. */
      readonly pendingRoles: readonly string[];
      readonly sessionId: string | null;
      /** The visitor this member was before signing in on this page; null when unknown. */
      readonly visitorId: string | null;
    }
  | {
      readonly kind: "staff";
      readonly accountId: string;
      readonly staffRole: StaffRole;
      readonly permissions: ReadonlySet<string>;
      readonly sessionId: string;
    }
  | { readonly kind: "server"; readonly keyId: string; readonly scopes: ReadonlySet<string> }
  | { readonly kind: "operator"; readonly accountId: string; readonly sessionId: string }
  | { readonly kind: "system"; readonly cause: string };

/** The id behind an actor: of the visitor, member, account or key; the cause of a system action. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "visitor":
      return actor.visitorId;
    case "member":
      return actor.memberId;
    case "staff":
    case "operator":
      return actor.accountId;
    case "server":
      return actor.keyId;
    case "system":
      return actor.cause;
  }
}

/** The member an operation is done for, when the caller is one. */
export const memberIdOf = (actor: Actor): string | null => (actor.kind === "member" ? actor.memberId : null);

/** The visitor behind the caller, also after signing in on the same page. */
export const visitorIdOf = (actor: Actor): string | null =>
  actor.kind === "visitor" || actor.kind === "member" ? actor.visitorId : null;

/** Whether a team member or a server was allowed something beside what the procedure itself asks for. */
export function isAllowed(actor: Actor, permission: string): boolean {
  if (actor.kind === "staff") return actor.permissions.has(permission);
  return actor.kind === "server" && (actor.scopes.has(permission) || actor.scopes.has("*"));
}
