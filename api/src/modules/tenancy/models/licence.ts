import { TenantModel } from "../../../platform/scope/model.ts";
import { type LicenceKind, type LicenceSource, type LicenceState } from "../rules/licences.ts";

/** A right of the tenant to a module, beside what its plan brings. Its times are business time. */
export class Licence extends TenantModel {
  static override tableName = "licences";

  declare module: string;
  declare kind: LicenceKind;
  declare source: LicenceSource;
  declare state: LicenceState;
  declare startsAt: Date;
  /** The end of the trial or of the paid period; null for a lifetime licence. */
  declare expiresAt: Date | null;
  /** When it expired, was replaced or revoked; null while it is in force. */
  declare endedAt: Date | null;
}
