import { TenantModel } from "../../../platform/scope/model.ts";
import { type GigView } from "./gig-view.ts";

/** Something somebody searched for among the gigs, to search for it again. */
export class GigSearch extends TenantModel {
  static override tableName = "gig_searches";
  static override timestamps = false;

  declare viewerKind: GigView["viewerKind"];
  declare viewerId: string;
  /** As it was typed last. */
  declare text: string;
  /** In the one form by which equal searches are told. */
  declare words: string;
  declare searchedAt: Date;
}
