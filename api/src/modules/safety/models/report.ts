import { TenantModel } from "../../../platform/scope/model.ts";
import { type flagRules } from "../rules/findings.ts";

/** What a member can say is wrong. */
export const reportCategories = [
  "spam",
  "harassment",
  "hate",
  "sexual",
  "fraud",
  "impersonation",
  "privacy",
  "other",
] as const;

/** What somebody, or a rule of the site, says is wrong with content. */
export class Report extends TenantModel {
  static override tableName = "reports";

  declare caseId: string;
  /** Null when a rule of the site spoke, or the person is gone. */
  declare reporterId: string | null;
  declare category: (typeof reportCategories)[number] | "rule";
  /** The rules of the site that found something; empty when a person spoke. */
  declare rules: readonly (typeof flagRules)[number][];
  declare text: string;
  /** The content as it was at that moment. */
  declare sealedEvidence: string;
}
