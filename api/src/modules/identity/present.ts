import { z } from "zod";
import { memberPermissions } from "../../platform/member-permissions.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { productName } from "../tenancy/index.ts";
import { type Member } from "./models/member.ts";
import { type Session } from "./models/session.ts";
import { localMemberView, presentLocalMember } from "./present-member.ts";

/** What people chose for themselves, such as a currency or who may see them. */
const preferencesView = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A member as they see themselves. */
export const meView = localMemberView.extend({
  preferences: preferencesView,
  hasPassword: z.boolean(),
  /** The site they are a member of. */
  tenant: z.object({ slug: z.string(), name: z.string(), isSandbox: z.boolean() }),
  /** What they may do with what is theirs, such as `scheduling.hosts` for somebody who offers sessions. */
  permissions: z.array(z.string()),
  createdAt: z.iso.datetime(),
});

/** What is read of a member to show it to themselves. */
export type ShownMe = Pick<
  Member,
  | "id"
  | "email"
  | "emailVerifiedAt"
  | "name"
  | "roles"
  | "pendingRoles"
  | "locale"
  | "timeZone"
  | "preferences"
  | "createdAt"
> & { readonly hasPassword: boolean };

/** A member as they see themselves on the scope's site. */
export const presentMe = ({ tenant }: Scope, me: ShownMe): z.infer<typeof meView> => ({
  ...presentLocalMember(me),
  preferences: me.preferences,
  hasPassword: me.hasPassword,
  tenant: { slug: tenant.slug, name: productName(tenant), isSandbox: tenant.isSandbox },
  permissions: [...memberPermissions(me, tenant.activeModules)],
  createdAt: me.createdAt.toISOString(),
});

export const deviceView = z.object({
  id: z.uuid(),
  /** Whether it is the session of this very call. */
  isCurrent: z.boolean(),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  origin: z.string().nullable(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
});

/** What is read of a session to show it. */
export type ShownSession = Pick<Session, "id" | "userAgent" | "ip" | "origin" | "startedAt" | "seenAt">;

/** A session as its owner sees it in a list of devices. */
export const presentDevice = (
  session: ShownSession,
  currentId: string | null,
): z.infer<typeof deviceView> => ({
  id: session.id,
  isCurrent: session.id === currentId,
  userAgent: session.userAgent,
  ip: session.ip,
  origin: session.origin,
  startedAt: session.startedAt.toISOString(),
  seenAt: session.seenAt.toISOString(),
});
