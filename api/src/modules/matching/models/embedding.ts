import { TenantModel } from "../../../platform/scope/model.ts";

/** The vector of a text. */
export class Embedding extends TenantModel {
  static override tableName = "embeddings";
  static override get idColumn(): string[] {
    return ["tenantId", "ownerKind", "ownerId"];
  }

  declare ownerKind: "profile" | "goal";
  /** The member whose profile, or the visitor or member whose goal it is. */
  declare ownerId: string;
  declare model: string;
  declare contentHash: string;
  declare vector: number[];
}
