import { TenantModel } from "../../../platform/scope/model.ts";

/** What a note may be about. */
export const noteSubjects = ["member", "booking", "order"] as const;

/** Something the site's team wrote down for itself. */
export class TeamNote extends TenantModel {
  static override tableName = "team_notes";

  declare subjectKind: (typeof noteSubjects)[number];
  declare subjectId: string;
  /** The members it is about. */
  declare concerns: string[];
  declare text: string;
  declare authorKind: "staff" | "server";
  /** An account, or a secret key. */
  declare authorId: string;
}
