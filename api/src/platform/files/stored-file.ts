import { TenantModel } from "../scope/model.ts";
import { hasPreview } from "./content-types.ts";

/** One upload. Its bytes lie in the storage. */
export class StoredFile extends TenantModel {
  static override tableName = "files";

  /** `module.what`, one of the purposes modules declare. */
  declare purpose: string;
  declare ownerKind: "visitor" | "member" | "staff" | "server";
  declare ownerId: string;
  /** As the sender called it; shown, never used as a path. */
  declare name: string;
  declare contentType: string;
  declare bytes: number;
  declare sha256: string;
  /** The tenant's own bucket its bytes lie in; null for the installation's store. */
  declare storeId: string | null;
  declare state: "pending" | "clean" | "infected" | "unscanned";
  /** What the scanner called the malware of an infected file; null for any other. */
  declare finding: string | null;
  /** The row it was attached to; null while it is attached to none. */
  declare subjectId: string | null;
  declare attachedAt: Date | null;
  /** When it turned out that no preview can be drawn of it; null before, and where one can. */
  declare undrawableAt: Date | null;
  declare discardedAt: Date | null;
}

/** Whether there is a preview of it, or one can be tried. */
export const mayHavePreview = ({
  contentType,
  undrawableAt,
}: Pick<StoredFile, "contentType" | "undrawableAt">): boolean =>
  undrawableAt === null && hasPreview(contentType);
