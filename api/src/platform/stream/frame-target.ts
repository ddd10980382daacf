import { type Module } from "../module.ts";
import { type OutboxEvent, type RelayTarget } from "../outbox/target.ts";

/** The channel on which processes that stream hear of new frames. */
export const frameChannel = "tessera_frames";

/** A notification holds less than 8,000 bytes; beyond this many recipients it names none and everybody looks. */
const NAMED_RECIPIENTS = 90;

/** Whom a batch concerns, as the notification tells it; null means anybody. */
export type Concerned = readonly string[] | null;

/** How a member is named across tenants. */
export const streamKey = (tenantId: string, memberId: string): string => `${tenantId}:${memberId}`;

/**
 * Makes one numbered frame per event and recipient. The relay is alone in what it does, so the numbers of a member have no
 * gap and grow in the order of the relay's batches. One notification per batch: each would otherwise hold up commits.
 */
export function frameTarget(modules: readonly Pick<Module, "events">[]): RelayTarget {
  const definitions = new Map(modules.flatMap((module) => Object.entries(module.events)));
  const recipientsOf = ({ name, fact }: OutboxEvent): readonly string[] => {
    const definition = definitions.get(name);
    return definition?.frame ? [...new Set(definition.recipients(fact as never))] : [];
  };
  return {
    name: "frames",
    async write(client, events) {
      const frames = events.flatMap((event, nth) =>
        recipientsOf(event).map((memberId) => ({ event, nth: nth + 1, memberId })),
      );
      if (frames.length === 0) return;
      // What a thousand recipients hear of is sent once, and lists as texts: a tenth of the bytes and of the time they take.
      await client.query({
        name: "add_frames",
        text: `
          with happened as (
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) with ordinality
              as given(tenant_id, event_id, name, fact, nth_event)
          ), added as (
            select h.tenant_id, r.member_id, h.event_id, h.name, h.fact,
              row_number() over (partition by h.tenant_id, r.member_id order by r.position) as nth
            from unnest(string_to_array($5, ',')::bigint[], string_to_array($6, ',')::uuid[]) with ordinality
              as r(nth_event, member_id, position)
            join happened h using (nth_event)
          ), counted as (
            insert into stream_cursors (tenant_id, member_id, last_seq)
            select tenant_id, member_id, count(*) from added group by tenant_id, member_id
            order by tenant_id, member_id
            on conflict (tenant_id, member_id) do update set last_seq = stream_cursors.last_seq + excluded.last_seq,
              updated_at = excluded.updated_at
            returning tenant_id, member_id, last_seq
          )
          insert into stream_frames (tenant_id, member_id, seq, event_id, name, fact)
          select a.tenant_id, a.member_id, c.last_seq - max(a.nth) over (partition by a.tenant_id, a.member_id) + a.nth,
            a.event_id, a.name, a.fact
          from added a join counted c using (tenant_id, member_id)`,
        values: [
          events.map(({ tenantId }) => tenantId),
          events.map(({ id }) => id),
          events.map(({ name }) => name),
          events.map(({ fact }) => JSON.stringify(fact)),
          frames.map(({ nth }) => nth).join(","),
          frames.map(({ memberId }) => memberId).join(","),
        ],
      });
      const keys = [...new Set(frames.map(({ event, memberId }) => streamKey(event.tenantId, memberId)))];
      const concerned: Concerned = keys.length > NAMED_RECIPIENTS ? null : keys;
      await client.query("select pg_notify($1, $2)", [frameChannel, JSON.stringify(concerned)]);
    },
  };
}
