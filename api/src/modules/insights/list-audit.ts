import { z } from "zod";
import { StoredAuditEntry } from "../../platform/audit/audit-entry.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../platform/rpc/sorting.ts";
import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { readActorNames } from "./actor-names.ts";
import { auditActions, auditEntities, auditFields, wordsFor } from "./audit-words.ts";

const actorKinds = ["visitor", "member", "staff", "server", "operator", "system"] as const;

const fields = z.record(z.string(), z.unknown()).nullable();

const auditEntryView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor: z.object({
    kind: z.enum(actorKinds),
    id: z.string().nullable(),
    /** Null when nobody stands behind it, or is gone. */
    name: z.string().nullable(),
  }),
  /** The operation, such as `orders.refund_order`. */
  action: z.string(),
  entity: z.object({ kind: z.string(), id: z.string() }),
  /** The changed fields as they were; null for something new. */
  before: fields,
  /** The changed fields as they are; null for something deleted. */
  after: fields,
  /** What of it there are words for in this version. */
  told: z.object({
    action: z.enum(auditActions).nullable(),
    entity: z.enum(auditEntities).nullable(),
    fields: z.array(z.enum(auditFields)),
  }),
  ip: z.string().nullable(),
  requestId: z.string().nullable(),
});

const order = sorting(
  { at: { by: fragment`at`, kind: "instant" }, action: { by: fragment`action`, kind: "text" } },
  "-at",
);

const input = z.strictObject({
  ...pageInput,
  ...order.input,
  actorKind: z.enum(actorKinds).optional(),
  actorId: z.string().max(100).optional(),
  /** An operation such as `orders.refund_order`, or a module for all of its own. */
  action: z.string().trim().min(1).max(100).optional(),
  entityKind: z.string().max(100).optional(),
  entityId: z.string().max(100).optional(),
  /** From this moment on. */
  from: z.iso.datetime().optional(),
  /** Before this moment. */
  until: z.iso.datetime().optional(),
});

export const listAudit = operation({
  summary: "Lists who did what to what, newest first unless another order is asked for.",
  input,
  output: pageOf(auditEntryView),
  async run(scope, { limit, cursor, sort, ...filters }) {
    const { key, after, by, page } = order.at(scope.tenant, { sort, cursor });
    const rows = await scope.read<StoredAuditEntry & SortedRow>`
      select id, actor_kind, actor_id, action, entity_kind, entity_id, before, after, host(ip) as ip, request_id, at, ${key}
      from ${StoredAuditEntry} e
      where true ${filtered(filters)} ${after}
      ${by} limit ${limit + 1}`;
    const nameOf = await readActorNames(scope, rows);
    return page(rows, limit, (row) => presentEntry(row, nameOf(row)));
  },
});

function filtered({
  actorKind,
  actorId,
  action,
  entityKind,
  entityId,
  from,
  until,
}: Omit<z.output<typeof input>, "limit" | "cursor" | "sort">): SqlFragment {
  return fragment`
    ${actorKind === undefined ? fragment`` : fragment`and actor_kind = ${actorKind}`}
    ${actorId === undefined ? fragment`` : fragment`and actor_id = ${actorId}`}
    ${action === undefined ? fragment`` : fragment`and (action = ${action} or starts_with(action, ${`${action}.`}))`}
    ${entityKind === undefined ? fragment`` : fragment`and entity_kind = ${entityKind}`}
    ${entityId === undefined ? fragment`` : fragment`and entity_id = ${entityId}`}
    ${from === undefined ? fragment`` : fragment`and at >= ${from}::timestamptz`}
    ${until === undefined ? fragment`` : fragment`and at < ${until}::timestamptz`}`;
}

const presentEntry = (row: StoredAuditEntry, name: string | null): z.infer<typeof auditEntryView> => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: { kind: row.actorKind, id: row.actorId, name },
  action: row.action,
  entity: { kind: row.entityKind, id: row.entityId },
  before: row.before,
  after: row.after,
  told: {
    action: wordsFor(auditActions, row.action),
    entity: wordsFor(auditEntities, row.entityKind),
    fields: Object.keys({ ...row.before, ...row.after }).flatMap((name) => wordsFor(auditFields, name) ?? []),
  },
  ip: row.ip,
  requestId: row.requestId,
});
