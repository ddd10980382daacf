import { TenantModel } from "../../../platform/scope/model.ts";

/** A code sent by text message to the number a member says is theirs. All its times are security time. */
export class PhoneCode extends TenantModel {
  static override tableName = "phone_codes";
  static override timestamps = false;

  declare memberId: string;
  declare phone: string;
  declare hash: string;
  /** Until it was sent. */
  declare sealedCode: string | null;
  declare locale: string;
  declare attempts: number;
  declare requestedAt: Date;
  declare expiresAt: Date;
  declare endedAt: Date | null;
}
