import { z } from "zod";
import { wallClock } from "../../../../platform/clock.ts";
import { staffRoles } from "../../../../platform/scope/actor.ts";
import { type TeamInvitation } from "../../models/team-invitation.ts";

/** An invitation as the team sees it. */
export const invitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  staffRole: z.enum(staffRoles),
  /** Who asked; empty once their account has no name. */
  invitedBy: z.string(),
  /** `expired` can still be sent again. */
  state: z.enum(["pending", "expired"]),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** What of an invitation is shown, and who asked. */
export type ShownInvitation = Pick<TeamInvitation, "id" | "email" | "staffRole" | "sentAt" | "expiresAt"> & {
  readonly invitedBy: string;
};

export const presentInvitation = (shown: ShownInvitation): z.infer<typeof invitationView> => ({
  id: shown.id,
  email: shown.email,
  staffRole: shown.staffRole,
  invitedBy: shown.invitedBy,
  state: shown.expiresAt <= wallClock() ? "expired" : "pending",
  sentAt: shown.sentAt.toISOString(),
  expiresAt: shown.expiresAt.toISOString(),
});
