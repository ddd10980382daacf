import { type Module } from "../module.ts";
import { type OutboxEvent, type RelayTarget } from "../outbox/target.ts";

/** The channel on which processes that stream hear of new frames. */
export const frameChannel = "tessera_numbered_frames";

/** A notification holds less than 8,000 bytes; a frame takes up to 53 of them. */
const FRAMES_AT_ONCE = 140;
/** Of a batch with more frames than this nothing is told but that there is one: everybody looks. */
const MOST_TOLD = 5000;

/** New frames of one event, or some of them. */
export interface ToldEvent {
  readonly tenantId: string;
  readonly eventId: string;
  /** Each recipient's id and the number of its frame, with commas between them. */
  readonly frames: string;
}

/** How a member is named across tenants. */
export const streamKey = (tenantId: string, memberId: string): string => `${tenantId}:${memberId}`;

/**
 * Makes one numbered frame per event and recipient, and tells whose they are once they are committed. The relay is alone in what
 * it does, so the numbers of a member have no gap and grow in the order of the relay's batches.
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
      const framed = events
        .map((event) => ({ event, recipients: recipientsOf(event) }))
        .filter(({ recipients }) => recipients.length > 0);
      if (framed.length === 0) return;
      const isTold = framed.reduce((sum, { recipients }) => sum + recipients.length, 0) <= MOST_TOLD;
      const nths = nthsOf(framed);
      // One statement: every other would be a way to the database and back that a thousand pages wait for. Lists travel as texts,
      // a tenth of the bytes and of the time that arrays take.
      await client.query({
        name: "add_frames",
        text: `
          with happened as materialized (
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::text[], $6::text[])
              as given(tenant_id, event_id, name, fact, members, nths)
          ), kept as (
            insert into stream_events (tenant_id, id, name, fact) select tenant_id, event_id, name, fact from happened
          ), asked as materialized (
            select h.tenant_id, h.event_id, r.member_id, r.nth, (r.position - 1) / ${FRAMES_AT_ONCE} as part
            from happened h, unnest(string_to_array(h.members, ',')::uuid[], string_to_array(h.nths, ',')::int[])
              with ordinality as r(member_id, nth, position)
          ), counted as materialized (
            select tenant_id, member_id, max(nth) as frames from asked group by tenant_id, member_id
          ), moved as (
            update stream_cursors c set last_seq = c.last_seq + n.frames, updated_at = now()
            from counted n where c.tenant_id = n.tenant_id and c.member_id = n.member_id
            returning c.tenant_id, c.member_id, c.last_seq - n.frames as before
          ), begun as (
            insert into stream_cursors (tenant_id, member_id, last_seq)
            select n.tenant_id, n.member_id, n.frames from counted n left join moved using (tenant_id, member_id)
            where moved.before is null
            returning tenant_id, member_id, 0::bigint as before
          ), numbered as materialized (
            select tenant_id, a.event_id, member_id, c.before + a.nth as seq, a.part
            from asked a join (select * from moved union all select * from begun) c using (tenant_id, member_id)
          ), added as (
            insert into stream_frames (tenant_id, member_id, seq, event_id)
            select tenant_id, member_id, seq, event_id from numbered
          )
          select pg_notify('${frameChannel}', json_build_object('tenantId', tenant_id, 'eventId', event_id,
            'frames', string_agg(member_id || ',' || seq, ','))::text)
          from numbered where $7 group by tenant_id, event_id, part`,
        values: [
          framed.map(({ event }) => event.tenantId),
          framed.map(({ event }) => event.id),
          framed.map(({ event }) => event.name),
          framed.map(({ event }) => JSON.stringify(event.fact)),
          framed.map(({ recipients }) => recipients.join(",")),
          nths.map((places) => places.join(",")),
          isTold,
        ],
      });
      if (!isTold) await client.query("select pg_notify($1, '')", [frameChannel]);
    },
  };
}

interface Framed {
  readonly event: OutboxEvent;
  readonly recipients: readonly string[];
}

/** For each event and recipient, the how manieth frame of the batch it is for that member. */
function nthsOf(framed: readonly Framed[]): number[][] {
  const counts = new Map<string, number>();
  return framed.map(({ event, recipients }) =>
    recipients.map((memberId) => {
      const key = streamKey(event.tenantId, memberId);
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      return nth;
    }),
  );
}
