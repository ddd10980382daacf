import { announce } from "../../../platform/outbox/announce.ts";
import { job } from "../../../platform/jobs/job.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { keyRing } from "../../../platform/secrets.ts";
import { resealFact } from "../events.ts";
import { openBody, sealBody } from "../messages/body.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";
import { indexMessages } from "../search/word-index.ts";

const BATCH = 200;

/**
 * Puts some messages, what they said before and the words they are found by under the newest key. The next batch is wanted in the same
 * transaction: whatever is killed, nothing is left out, and what was done stays done.
 */
export const resealBatch = job({
  name: "messaging.reseal_batch",
  on: ["reseal.wanted"],
  payload: resealFact,
  async run(scope, { after }) {
    const batch = scope.query(Message).orderBy("id").limit(BATCH).forUpdate();
    const rows = await (after === null ? batch : batch.where("id", ">", after));
    await resealBodies(scope, rows);
    await resealVersions(
      scope,
      rows.map(({ id }) => id),
    );
    const last = rows.at(-1);
    if (last && rows.length === BATCH) await announce(scope, "reseal.wanted", { after: last.id });
  },
});

const isOld = ({ bodySealed }: { readonly bodySealed: string }): boolean =>
  bodySealed !== "" && !bodySealed.startsWith(`${keyRing().currentId}.`);

async function resealBodies(scope: Scope, rows: readonly Message[]): Promise<void> {
  const old = rows.filter(isOld).map((row) => ({ row, text: openBody(scope.tenant, row) }));
  await scope.sql`
    update messages m set body_sealed = fresh.body
    from unnest(${old.map(({ row }) => row.id)}::uuid[], ${old.map(({ row, text }) => sealBody(scope.tenant, row.id, text))}::text[])
      fresh(id, body)
    where m.tenant_id = ${scope.tenant.id} and m.id = fresh.id`;
  await indexMessages(
    scope,
    old.map(({ row: { conversationId, seq, hiddenAt }, text }) => ({
      conversationId,
      seq,
      text: hiddenAt === null ? text : null,
    })),
  );
}

async function resealVersions(scope: Scope, messageIds: readonly string[]): Promise<void> {
  const versions = await scope.query(MessageVersion).whereIn("messageId", [...messageIds]);
  for (const { messageId, version, bodySealed } of versions.filter(isOld)) {
    const text = openBody(scope.tenant, { id: messageId, bodySealed });
    await scope
      .query(MessageVersion)
      .where({ messageId, version })
      .patch({ bodySealed: sealBody(scope.tenant, messageId, text) });
  }
}
