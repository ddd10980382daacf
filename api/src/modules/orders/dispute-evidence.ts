import { z } from "zod";
import { attachFile } from "../../platform/files/attach.ts";
import { StoredFile } from "../../platform/files/stored-file.ts";
import { type FilePurpose } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Order } from "./models/order.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { roleIn } from "./policy.ts";

/** What somebody shows to prove what they say in a dispute: at most 10 MB each, read by both sides and the site's team. */
export const evidencePurpose: FilePurpose = {
  name: "orders.evidence",
  access: { audience: "member", module: "core" },
  maxBytes: 10 * 1024 * 1024,
  accepts: ["application/pdf", "image/jpeg", "image/png", "video/mp4"],
  widths: [],
  async mayRead(scope, { subjectId }) {
    const [order] = await scope.read<Pick<Order, "buyerId" | "sellerId">>`
      select o.buyer_id, o.seller_id from ${OrderDispute} d join ${Order} o on o.id = d.order_id
      where d.id = ${subjectId}`;
    return order !== undefined && roleIn(scope.actor, order) !== null;
  },
};

/** The files somebody sends along with what they say: their own uploads, five at most. */
export const evidenceInput = z.array(z.uuid()).max(5).default([]);

/** A file that a side of a dispute shows; `POST /api/v1/files/{fileId}/link` opens it. */
export const evidenceView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  /** Whose it is. */
  ownerId: z.string(),
});

/** Ties uploaded files to a dispute. Somebody else's, and one that was shown before, are not found. */
export async function attachEvidence(
  scope: Scope,
  disputeId: string,
  fileIds: readonly string[],
): Promise<void> {
  for (const fileId of fileIds)
    await attachFile(scope, { fileId, purpose: evidencePurpose.name, subjectId: disputeId });
}

/** The files of disputes, by dispute. */
export async function readEvidence(
  scope: Scope,
  disputeIds: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof evidenceView>[]>> {
  const byDispute = new Map<string, z.infer<typeof evidenceView>[]>();
  const rows = await scope.read<z.infer<typeof evidenceView> & { disputeId: string }>`
    select subject_id as dispute_id, id as file_id, name, content_type, bytes, owner_id from ${StoredFile} f
    where subject_id = any(${disputeIds}::uuid[]) and purpose = ${evidencePurpose.name} and discarded_at is null
    order by attached_at, id`;
  for (const { disputeId, ...file } of rows)
    byDispute.set(disputeId, [...(byDispute.get(disputeId) ?? []), file]);
  return byDispute;
}
