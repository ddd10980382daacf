import { TenantModel } from "../../../platform/scope/model.ts";

/** Why an address gets no more mails. */
export const suppressionReasons = ["bounce", "complaint"] as const;

/** An address that gets no more mails. */
export class MailSuppression extends TenantModel {
  static override tableName = "mail_suppressions";

  /** In lower case. */
  declare address: string;
  declare reason: (typeof suppressionReasons)[number];
  declare detail: string;
  /** Who said so, such as `smtp` or `sendgrid`. */
  declare source: string;
}
