import { z } from "zod";
import { attachFile } from "../../../platform/files/attach.ts";
import { StoredFile } from "../../../platform/files/stored-file.ts";
import { type FilePurpose } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { attachmentRules } from "../../messaging/index.ts";
import { Order } from "../models/order.ts";
import { OrderDelivery } from "../models/order-delivery.ts";
import { roleIn } from "../policy.ts";
import { type Answer } from "../rules/questions.ts";

/** What a seller delivers: read by both sides and the site's team. */
export const deliveryPurpose: FilePurpose = {
  name: "orders.delivery",
  access: { audience: "member", module: "core" },
  ...attachmentRules,
  widths: [],
  async mayRead(scope, { subjectId }) {
    const [order] = await scope.read<Pick<Order, "buyerId" | "sellerId">>`
      select o.buyer_id, o.seller_id from ${OrderDelivery} d join ${Order} o on o.id = d.order_id
      where d.id = ${subjectId}`;
    return order !== undefined && roleIn(scope.actor, order) !== null;
  },
};

/** What a buyer answers the seller's questions with: read by both sides and the site's team. */
export const answerPurpose: FilePurpose = {
  name: "orders.answer",
  access: { audience: "member", module: "core" },
  ...attachmentRules,
  widths: [],
  async mayRead(scope, { subjectId }) {
    const [order] = await scope.read<Pick<Order, "buyerId" | "sellerId">>`
      select buyer_id, seller_id from ${Order} o where id = ${subjectId}`;
    return order !== undefined && roleIn(scope.actor, order) !== null;
  },
};

/** A file of an order for work; `POST /api/v1/files/{fileId}/link` opens it. */
export const workFileView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
});

/** Ties uploaded files to a delivery. Somebody else's, and one that was delivered before, are not found. */
export async function attachDelivery(scope: Scope, id: string, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds)
    await attachFile(scope, { fileId, purpose: deliveryPurpose.name, subjectId: id });
}

/** Ties the files among answers to their order. */
export async function attachAnswers(
  scope: Scope,
  orderId: string,
  answers: readonly Answer[],
): Promise<void> {
  for (const fileId of answers.flatMap(({ fileIds }) => fileIds))
    await attachFile(scope, { fileId, purpose: answerPurpose.name, subjectId: orderId });
}

/** The files of deliveries, or of the answers of orders, by what they belong to. */
export async function readWorkFiles(
  scope: Scope,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof workFileView>[]>> {
  const bySubject = new Map<string, z.infer<typeof workFileView>[]>();
  if (subjectIds.length === 0) return bySubject;
  const purposes = [deliveryPurpose.name, answerPurpose.name];
  const rows = await scope.read<z.infer<typeof workFileView> & { subjectId: string }>`
    select subject_id, id as file_id, name, content_type, bytes from ${StoredFile} f
    where subject_id = any(${subjectIds}::uuid[]) and purpose = any(${purposes}) and discarded_at is null
    order by attached_at, id`;
  for (const { subjectId, ...file } of rows)
    bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), file]);
  return bySubject;
}
