import { TenantModel } from "../../../platform/scope/model.ts";
import { type Matches } from "../match/matches.ts";
import { type ProfileName } from "../rules/weight-profiles.ts";

/** The last answer somebody got, for a day. */
export class CachedMatch extends TenantModel {
  static override tableName = "match_cache";
  static override jsonAttributes = ["answer"];
  static override get idColumn(): string[] {
    return ["tenantId", "clientKind", "clientId", "profile"];
  }

  declare clientKind: "visitor" | "member";
  declare clientId: string;
  declare profile: ProfileName;
  /** Of everything the answer was made from. */
  declare key: string;
  declare answer: Matches;
  declare expiresAt: Date;
}
