import { TenantModel } from "../../../platform/scope/model.ts";

/** Something somebody searched for. */
export class Search extends TenantModel {
  static override tableName = "searches";
  static override timestamps = false;

  /** Of what, such as `people`. */
  declare kind: string;
  /** As it was typed. */
  declare text: string;
  /** In the one form by which equal searches are counted together. */
  declare words: string;
  declare found: number;
  declare visitorId: string | null;
  declare memberId: string | null;
  /** The first thing opened from the results. */
  declare openedId: string | null;
  declare searchedAt: Date;
  declare openedAt: Date | null;
}
