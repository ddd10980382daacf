import { TenantModel } from "../../../platform/scope/model.ts";

/** From the mildest to the hardest. */
export const sanctionKinds = ["warning", "suspension", "ban"] as const;

/** What the site's team did about a member, and the member's appeal against it. */
export class Sanction extends TenantModel {
  static override tableName = "sanctions";

  declare memberId: string;
  declare kind: (typeof sanctionKinds)[number];
  /** For the member to read. */
  declare reason: string;
  declare caseId: string | null;
  /** Of a suspension. */
  declare endsAt: Date | null;
  declare imposedBy: string;
  /** When it stopped keeping the member out; of a warning, when it was taken back. */
  declare endedAt: Date | null;
  declare appealText: string | null;
  declare appealedAt: Date | null;
  declare appealOutcome: "upheld" | "lifted" | null;
  declare appealReason: string | null;
  declare appealDecidedBy: string | null;
  declare appealDecidedAt: Date | null;
}
