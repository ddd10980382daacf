import { TenantModel } from "../../../platform/scope/model.ts";

/** A code sent by mail. All its times are security time. */
export class SignInCode extends TenantModel {
  static override tableName = "sign_in_codes";
  static override timestamps = false;

  declare email: string;
  declare hash: string;
  /** Until it was mailed. */
  declare sealedCode: string | null;
  declare locale: string;
  declare attempts: number;
  declare requestedAt: Date;
  declare expiresAt: Date;
  declare endedAt: Date | null;
}
