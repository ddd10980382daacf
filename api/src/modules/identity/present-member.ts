import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** What is read of a member to show it. */
export type ShownMember = Pick<
  Member,
  | "id"
  | "externalId"
  | "email"
  | "emailVerifiedAt"
  | "name"
  | "roles"
  | "pendingRoles"
  | "locale"
  | "timeZone"
  | "preferences"
  | "status"
  | "createdAt"
>;

type LocalMember = Omit<ShownMember, "createdAt" | "status" | "externalId">;

/** A member as a session answers it to themselves. */
export const sessionMemberView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  roles: z.array(z.string()),
  /** Roles the member asked for and has once the team approves. */
  pendingRoles: z.array(z.string()),
  /** The currency the member chose to name amounts in, such as a budget or a price; null follows the site. */
  currency: z.string().nullable(),
});

/** A member with what they told about where they are. */
export const localMemberView = sessionMemberView.extend({
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
});

/** A member as the site's team and servers see one. */
export const memberView = localMemberView.extend({
  externalId: z.string().nullable(),
  status: z.enum(["active", "suspended", "deactivated", "banned"]),
  createdAt: z.iso.datetime(),
});

/** A member as they see themselves in a session. */
export const presentSessionMember = ({
  id,
  name,
  email,
  emailVerifiedAt,
  roles,
  pendingRoles,
  preferences: { currency },
}: Omit<LocalMember, "locale" | "timeZone">): z.infer<typeof sessionMemberView> => ({
  id,
  name,
  email,
  emailVerified: emailVerifiedAt !== null,
  roles: [...roles],
  pendingRoles: [...pendingRoles],
  currency: typeof currency === "string" ? currency : null,
});

/** A member with their language and time zone. */
export const presentLocalMember = (member: LocalMember): z.infer<typeof localMemberView> => ({
  ...presentSessionMember(member),
  locale: member.locale,
  timeZone: member.timeZone,
});

/** A member as the team sees one. */
export const presentMember = (member: ShownMember): z.infer<typeof memberView> => ({
  ...presentLocalMember(member),
  externalId: member.externalId,
  status: member.status,
  createdAt: member.createdAt.toISOString(),
});

/** Reads and presents a member; null when there is none any more. */
export async function presentMemberById(
  scope: Scope,
  memberId: string,
): Promise<z.infer<typeof memberView> | null> {
  const [member] = await scope.read<ShownMember>`
    select id, external_id, email, email_verified_at, name, roles, pending_roles, locale, time_zone, preferences, status, created_at
    from ${Member} m where id = ${memberId}`;
  return member ? presentMember(member) : null;
}
