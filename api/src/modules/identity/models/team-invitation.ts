import { type StaffRole } from "../../../platform/scope/actor.ts";
import { TenantModel } from "../../../platform/scope/model.ts";

/** Somebody asked by mail to join the team. All its times are security time. */
export class TeamInvitation extends TenantModel {
  static override tableName = "team_invitations";
  static override timestamps = false;

  declare email: string;
  declare staffRole: StaffRole;
  declare locale: string;
  /** The account that asked. */
  declare invitedBy: string;
  declare hash: string;
  /** Until it was mailed. */
  declare sealedToken: string | null;
  declare createdAt: Date;
  /** When the link that works now was asked for. */
  declare sentAt: Date;
  declare expiresAt: Date;
  declare acceptedAt: Date | null;
  declare acceptedBy: string | null;
  declare revokedAt: Date | null;
}
