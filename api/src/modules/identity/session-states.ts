import DataLoader from "dataloader";
import { wallClock } from "../../platform/clock.ts";
import { FreshCache } from "../../platform/fresh-cache.ts";
import { installedModules } from "../../platform/installed-modules.ts";
import { type StaffRole } from "../../platform/scope/actor.ts";
import { systemScope } from "../../platform/jobs/system-scope.ts";
import { type ScopeOptions, type Scopes } from "../../platform/scope/open.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";
import { Member, type MemberStatus } from "./models/member.ts";
import { Membership } from "./models/membership.ts";
import { Session } from "./models/session.ts";
import { permissionsOf } from "./rules/staff-permissions.ts";

/** What a member's access token must agree with; null when the session or the person is gone. */
export interface MemberState {
  readonly version: number;
  readonly status: MemberStatus;
  readonly roles: readonly string[];
  readonly pendingRoles: readonly string[];
  readonly expiresAt: Date;
}

/** What a team member's access token must agree with. */
export interface StaffState {
  readonly version: number;
  readonly staffRole: StaffRole;
  readonly permissions: ReadonlySet<string>;
  readonly expiresAt: Date;
}

/** What an operator's access token must agree with. */
export interface OperatorState {
  readonly version: number;
  readonly expiresAt: Date;
}

// A revocation reaches every process within 5 seconds: open streams ask every 2, and a reading takes its time.
const fresh = { maxAgeMs: 2800, maxEntries: 50_000 };
const memberStates = new FreshCache<MemberState | null>(fresh);
const staffStates = new FreshCache<StaffState | null>(fresh);
const operatorStates = new FreshCache<OperatorState | null>(fresh);
const representedMembers = new FreshCache<Omit<MemberState, "expiresAt"> | null>(fresh);

interface AskedSession {
  readonly tenant: Tenant;
  readonly sessionId: string;
}

const keyOf = (tenantId: string, id: string): string => `${tenantId} ${id}`;

/** Lets this process see a session's end as soon as it is committed. */
export function forgetSession(tenantId: string, sessionId: string): void {
  for (const states of [memberStates, staffStates, operatorStates]) states.forget(keyOf(tenantId, sessionId));
}

/** Lets this process see a change of a member, for servers acting for them, as soon as it is committed. */
export const forgetRepresented = (tenantId: string, memberId: string): void =>
  representedMembers.forget(keyOf(tenantId, memberId));

/** Reads whether sessions live and what their people may do; answers are up to 5 seconds old. */
export class SessionStates {
  readonly #scopes: Scopes;
  // A thousand open streams ask at once whether their sessions still live: a tenant's are read together.
  readonly #members = new DataLoader<AskedSession, MemberState | null>((asked) => this.#readMembers(asked), {
    cache: false,
    maxBatchSize: 500,
  });

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** The state of a member's session. */
  member(tenant: Tenant, sessionId: string): Promise<MemberState | null> {
    return memberStates.get(keyOf(tenant.id, sessionId), () => this.#members.load({ tenant, sessionId }));
  }

  async #readMembers(asked: readonly AskedSession[]): Promise<(MemberState | null)[]> {
    const states = new Map<string, MemberState>();
    const byTenant = Map.groupBy(asked, ({ tenant }) => tenant.id);
    const reads = [...byTenant.values()].map(async (sessions) => {
      const { tenant } = sessions[0]!;
      const ids = sessions.map(({ sessionId }) => sessionId);
      const rows = await this.#scopes.inspect(system(tenant), (scope) => {
        return scope.read<MemberState & { sessionId: string }>`
          select s.id as session_id, m.version, m.status, m.roles, m.pending_roles, s.expires_at
          from ${Session} s join ${Member} m on m.id = s.member_id
          where s.id = any(${ids}::uuid[]) and s.ended_at is null`;
      });
      for (const { sessionId, ...state } of rows) states.set(keyOf(tenant.id, sessionId), state);
    });
    await Promise.all(reads);
    return asked.map(({ tenant, sessionId }) => states.get(keyOf(tenant.id, sessionId)) ?? null);
  }

  /** The member a server acts for. */
  represented(tenant: Tenant, memberId: string): Promise<Omit<MemberState, "expiresAt"> | null> {
    return representedMembers.get(keyOf(tenant.id, memberId), async () => {
      const [state] = await this.#scopes.inspect(system(tenant), (scope) => {
        return scope.read<MemberState>`select version, status, roles, pending_roles from ${Member} m where id = ${memberId}`;
      });
      return state ?? null;
    });
  }

  /** The state of a team member's session; `live` is the tenant itself, or the one a sandbox belongs to. */
  staff(tenant: Tenant, live: Tenant, sessionId: string): Promise<StaffState | null> {
    return staffStates.get(keyOf(tenant.id, sessionId), async () => {
      const [session] = await this.#scopes.inspect(system(tenant), (scope) => {
        return scope.read<{ accountId: string; version: number; expiresAt: Date }>`
          select s.account_id, a.version, s.expires_at
          from ${Session} s join accounts a on a.id = s.account_id
          where s.id = ${sessionId} and s.audience = 'staff' and s.ended_at is null and a.status = 'active'`;
      });
      if (!session) return null;
      const [membership] = await this.#scopes.inspect(system(live), (scope) => {
        return scope.read<Pick<Membership, "staffRole" | "granted" | "denied">>`
          select staff_role, granted, denied from ${Membership} m where account_id = ${session.accountId}`;
      });
      if (!membership) return null;
      const { version, expiresAt } = session;
      const permissions = new Set(permissionsOf(membership, allPermissions()));
      return { version, expiresAt, staffRole: membership.staffRole, permissions };
    });
  }

  /** The state of an operator's session. */
  operator(sessionId: string): Promise<OperatorState | null> {
    return operatorStates.get(keyOf(noTenant.id, sessionId), async () => {
      const [state] = await this.#scopes.inspect(system(noTenant), (scope) => {
        return scope.read<OperatorState>`
          select a.version, s.expires_at
          from ${Session} s join accounts a on a.id = s.account_id
          where s.id = ${sessionId} and s.audience = 'operator' and s.ended_at is null
            and a.status = 'active' and a.is_operator`;
      });
      return state ?? null;
    });
  }
}

/** Every permission there is in this process. */
export const allPermissions = (): string[] =>
  installedModules().flatMap(({ permissions }) => Object.keys(permissions));

const system = (tenant: Tenant): ScopeOptions =>
  systemScope(tenant, { cause: "authentication", requestId: "authentication", now: wallClock() });
