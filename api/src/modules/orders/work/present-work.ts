import { z } from "zod";
import { type Standing } from "../../../platform/flow/standing.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { sides } from "../models/order.ts";
import { OrderDelivery } from "../models/order-delivery.ts";
import { OrderWork } from "../models/order-work.ts";
import { readWorkFiles, workFileView } from "./work-files.ts";

/** What an order for work is about, and how far it is. */
export const workView = z.object({
  /** What it was bought from: its kind, such as `gig`, and its id there. */
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  title: z.string(),
  /** Days from the start of the work to its delivery. */
  days: z.int(),
  /** Until when it is to be delivered; null before the work starts. */
  dueAt: z.iso.datetime().nullable(),
  /** How often the buyer may ask for changes; null for as often as they like. */
  revisions: z.int().nullable(),
  revisionsUsed: z.int(),
  /** When the buyer answered the seller's questions; null before, or without any. */
  answeredAt: z.iso.datetime().nullable(),
  /** How often it was delivered. */
  deliveries: z.int(),
  /** When the work counts as accepted by itself; null unless it was delivered. */
  acceptsAt: z.iso.datetime().nullable(),
  /** A proposal to call it off that waits for the other side. */
  cancel: z
    .object({
      by: z.enum(sides),
      /** Basis points of what is held that would go back to the buyer. */
      refundShare: z.int(),
      reason: z.string().nullable(),
      /** It lapses then. */
      until: z.iso.datetime().nullable(),
    })
    .nullable(),
});

const questionView = z.object({
  id: z.uuid(),
  kind: z.enum(["text", "choice", "file"]),
  question: z.string(),
  choices: z.array(z.string()),
  isRequired: z.boolean(),
  /** Null as long as it was not answered. */
  answer: z.object({ text: z.string().nullable(), files: z.array(workFileView) }).nullable(),
});

const deliveryView = z.object({
  id: z.uuid(),
  /** From 1. */
  number: z.int(),
  message: z.string().nullable(),
  files: z.array(workFileView),
  deliveredAt: z.iso.datetime(),
  /** What the buyer wanted changed; null when nothing. */
  changes: z.string().nullable(),
  changesAskedAt: z.iso.datetime().nullable(),
});

/** What was asked, answered and delivered in an order; empty for a session. */
export const workDetail = {
  /** What the seller asks before the work starts, as it was when it was bought. */
  questions: z.array(questionView),
  /** What was delivered, the first first. */
  deliveries: z.array(deliveryView),
};

/** A work's row with how often it was delivered. */
export type WorkRow = OrderWork & { readonly deliveries: number };

/** What orders for work are about, by order; sessions are left out. */
export async function readWorks(scope: Scope, orderIds: readonly string[]): Promise<Map<string, WorkRow>> {
  if (orderIds.length === 0) return new Map();
  const rows = await scope.read<WorkRow>`
    select w.*, (select count(*)::int from ${OrderDelivery} d where d.order_id = w.order_id) as deliveries
    from ${OrderWork} w where w.order_id = any(${orderIds}::uuid[])`;
  return new Map(rows.map((row) => [row.orderId, row]));
}

/** A work ready to be sent. */
export const presentWork = (work: WorkRow, standing: Standing | undefined): z.infer<typeof workView> => ({
  subject: { kind: work.subjectKind, id: work.subjectId },
  title: work.title,
  days: work.days,
  dueAt: work.dueAt?.toISOString() ?? null,
  revisions: work.revisions,
  revisionsUsed: work.revisionsUsed,
  answeredAt: work.answeredAt?.toISOString() ?? null,
  deliveries: work.deliveries,
  acceptsAt: standing?.position.state === "delivered" ? dueOf(standing, "accept_work") : null,
  cancel:
    work.cancelBy && work.cancelShare !== null
      ? {
          by: work.cancelBy,
          refundShare: work.cancelShare,
          reason: work.cancelReason,
          until: dueOf(standing, "lapse_cancel"),
        }
      : null,
});

/** What was asked, answered and delivered in one order. */
export async function presentWorkDetail(scope: Scope, orderId: string) {
  const [[work], deliveries] = await Promise.all([
    scope.read<OrderWork>`select * from ${OrderWork} w where order_id = ${orderId}`,
    scope.read<OrderDelivery>`select * from ${OrderDelivery} d where order_id = ${orderId} order by number`,
  ]);
  if (!work) return { questions: [], deliveries: [] };
  const files = await readWorkFiles(scope, [orderId, ...deliveries.map(({ id }) => id)]);
  const answered = files.get(orderId) ?? [];
  return {
    questions: work.questions.map((question) => {
      const answer = work.answers?.find(({ questionId }) => questionId === question.id);
      return {
        ...question,
        choices: [...question.choices],
        answer: answer
          ? { text: answer.text, files: answered.filter(({ fileId }) => answer.fileIds.includes(fileId)) }
          : null,
      };
    }),
    deliveries: deliveries.map(({ id, number, message, changes, changesAskedAt, createdAt }) => ({
      id,
      number,
      message,
      files: [...(files.get(id) ?? [])],
      deliveredAt: createdAt.toISOString(),
      changes,
      changesAskedAt: changesAskedAt?.toISOString() ?? null,
    })),
  };
}

/** When time takes a transition where the order stands; null when it takes none such. */
function dueOf(standing: Standing | undefined, transition: string): string | null {
  const timer = standing?.timerFor(transition);
  return (timer && standing?.dueOf(timer)?.toISOString()) ?? null;
}
