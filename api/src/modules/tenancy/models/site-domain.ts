import { TenantModel } from "../../../platform/scope/model.ts";
import { type DomainState, type RecordState } from "../rules/domains.ts";

/** A domain the site's team wants to reach Tessera by. */
export class SiteDomain extends TenantModel {
  static override tableName = "site_domains";

  /** As name servers know it: small letters, Punycode. */
  declare domain: string;
  /** What has to stand in the text record. */
  declare proof: string;
  declare state: DomainState;
  /** What was found last; null before anybody looked. */
  declare proofRecord: RecordState | null;
  declare aliasRecord: RecordState | null;
  /** Whether another site had proven it when this one did. */
  declare isTaken: boolean;
  declare checkedAt: Date | null;
  declare provenAt: Date | null;
  declare failingSince: Date | null;
}
