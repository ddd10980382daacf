import { TenantModel } from "../../../platform/scope/model.ts";

/** Waiting, being worked on, or how it was decided; `restored` content was hidden before. */
export const caseStates = ["open", "claimed", "dismissed", "hidden", "restored"] as const;

/** Content that the site's team has to look at, or has decided on. */
export class ModerationCase extends TenantModel {
  static override tableName = "moderation_cases";

  declare subjectKind: string;
  declare subjectId: string;
  /** Whose content it is. */
  declare authorId: string;
  declare state: (typeof caseStates)[number];
  /** The account that works on it. */
  declare claimedBy: string | null;
  declare decidedBy: string | null;
  /** Of the decision. */
  declare reason: string | null;
  declare decidedAt: Date | null;
}
