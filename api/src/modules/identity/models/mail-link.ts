import { TenantModel } from "../../../platform/scope/model.ts";

export type LinkPurpose = "verify_email" | "reset_password" | "change_email";

/** A link sent by mail. All its times are security time. */
export class MailLink extends TenantModel {
  static override tableName = "mail_links";
  static override timestamps = false;

  declare memberId: string;
  declare purpose: LinkPurpose;
  declare email: string;
  declare hash: string;
  /** Until it was mailed. */
  declare sealedToken: string | null;
  declare pageUrl: string;
  declare requestedAt: Date;
  declare expiresAt: Date;
  declare usedAt: Date | null;
  /** The address that the link's own took the place of. */
  declare formerEmail: string | null;
}
