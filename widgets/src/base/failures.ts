import { type ErrorCode } from "@tessera/sdk/browser";

type OfModule<Module extends string> = Extract<ErrorCode, `${Module}.${string}`>;

/** What only the people meet who build a page or run a site; shown in English. */
type ForDevelopers =
  | "files.purpose_unknown"
  | "gigs.slug_taken"
  | "gigs.tree_full"
  | "identity.admin_app_unknown"
  | "identity.already_in_team"
  | "identity.already_invited"
  | "identity.external_id_taken"
  | "identity.last_owner"
  | "identity.no_membership"
  | "identity.owners_only"
  | "identity.team_of_sandbox"
  | "identity.token_refused"
  | "matching.weights_not_100"
  | "money.code_taken"
  | "money.event_refused"
  | "money.payment_not_settled"
  | "money.refund_not_failed"
  | "money.refund_too_large"
  | "money.return_url_not_allowed"
  | "money.transfer_conflict"
  | "money.transfer_not_pending"
  | "money.transfer_reversed"
  | "notifications.event_refused"
  | "notifications.events_unavailable"
  | "notifications.mail_not_failed"
  | "orders.refund_too_large"
  | "request.already_done"
  | "request.idempotency_key_required"
  | "request.idempotency_key_reused"
  | "request.invalid_json"
  | "request.key_invalid"
  | "request.malformed"
  | "request.method_not_allowed"
  | "request.origin_not_allowed"
  | "request.proof_required"
  | "request.tenant_mismatch"
  | "request.tenant_required"
  | "request.unsupported_media_type"
  | "safety.case_claimed"
  | "safety.case_decided"
  | "safety.case_not_claimed"
  | "safety.no_appeal"
  | "safety.not_hidden"
  | "safety.own_decision";

/** The sentence of every failure that visitors and members of a site can meet in a widget. */
export type FailureTexts = Readonly<
  Record<
    | Exclude<
        OfModule<
          | "network"
          | "request"
          | "files"
          | "identity"
          | "people"
          | "matching"
          | "scheduling"
          | "orders"
          | "money"
          | "safety"
          | "messaging"
          | "notifications"
          | "gigs"
        >,
        ForDevelopers
      >
    // A site that used up what its plan allows.
    | "tenancy.usage_limit",
    string
  >
>;
