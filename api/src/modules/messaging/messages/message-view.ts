import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { Message } from "../models/message.ts";
import { openBody } from "./body.ts";

/** A message as everybody in its conversation sees it. */
export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  /** Its place in the conversation, from 1 without a gap. */
  seq: z.int(),
  /** The number of the conversation's change that made it what it is; of two copies the higher is right. */
  change: z.int(),
  senderId: z.uuid(),
  /** Chosen by the sender's page: by it the page knows its own message again. */
  clientId: z.string(),
  /** Null when it was deleted. */
  text: z.string().nullable(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
});

/** The columns of a message that are shown. */
export type ShownMessage = Pick<
  Message,
  | "id"
  | "conversationId"
  | "seq"
  | "change"
  | "senderId"
  | "clientId"
  | "bodySealed"
  | "createdAt"
  | "editedAt"
  | "deletedAt"
>;

/** A message ready to be sent. */
export const presentMessage = (tenant: Tenant, row: ShownMessage): z.infer<typeof messageView> => ({
  id: row.id,
  conversationId: row.conversationId,
  seq: row.seq,
  change: row.change,
  senderId: row.senderId,
  clientId: row.clientId,
  text: row.deletedAt === null ? openBody(tenant, row) : null,
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

/** A message as it now is; null when it is gone. */
export async function presentMessageById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof messageView> | null> {
  const [row] = await scope.read<ShownMessage>`select * from ${Message} m where id = ${id}`;
  return row ? presentMessage(scope.tenant, row) : null;
}
