import { TenantModel } from "../../../platform/scope/model.ts";

/** The quiz of one visitor or member. */
export class QuizAnswers extends TenantModel {
  static override tableName = "quiz_answers";

  declare ownerKind: "visitor" | "member";
  declare ownerId: string;
  /** By factor; incomplete until `completedAt`. */
  declare answers: Record<string, unknown>;
  declare completedAt: Date | null;
  /** Grows whenever answers are kept. */
  declare version: number;
}
