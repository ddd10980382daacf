import { TenantModel } from "../../../platform/scope/model.ts";
import { type ConnectionKind, type VendorName } from "../connections/vendors/vendor.ts";
import { type TestCode } from "../rules/test-result.ts";

/** A tenant's sealed credentials for an outside provider. */
export class Connection extends TenantModel {
  static override tableName = "connections";

  declare kind: ConnectionKind;
  declare vendor: VendorName;
  declare mode: "test" | "live";
  /** `new` until a test succeeded; a disconnected one serves refunds and late events of earlier payments. */
  declare state: "new" | "active" | "disconnected";
  /** What is no secret, such as the address of a mail server. */
  declare options: Readonly<Record<string, unknown>>;
  declare credentialsSealed: string;
  declare hint: string;
  /** Of several of one kind, the lowest answers first. */
  declare rank: number;
  /** Whose the credentials are, as the vendor said. */
  declare account: string | null;
  /** Wall clock; null since the credentials were replaced. */
  declare testedAt: Date | null;
  declare testCode: TestCode | null;
  declare testDetail: string | null;
  declare version: number;
}
