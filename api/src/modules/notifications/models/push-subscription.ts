import { TenantModel } from "../../../platform/scope/model.ts";

/** A browser in which a member wants pushes. */
export class PushSubscription extends TenantModel {
  static override tableName = "push_subscriptions";

  declare memberId: string;
  /** In which it was added; null when the site's server added it. */
  declare sessionId: string | null;
  declare endpoint: string;
  declare publicKey: string;
  declare authSecret: string;
  /** What the browser calls itself, for the member to recognise it. */
  declare device: string;
}
