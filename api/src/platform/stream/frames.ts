import { type Pool } from "pg";
import { type Log } from "../log.ts";
import { type EventDefinition, type Module } from "../module.ts";
import { businessTime } from "../clock.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";

/** Which event it is. What it tells is the same for all who hear of it, and read once. */
export interface FramedEvent {
  readonly tenantId: string;
  readonly eventId: string;
}

/** An event that members have new frames of. */
export interface FoundEvent extends FramedEvent {
  /** Its frames, two numbers each: the place of the member in what was wanted, and the frame's number. */
  readonly frames: readonly number[];
}

/** What an event's frames show, under its name. */
export interface Shown {
  readonly name: string;
  readonly data: object;
}

interface Announced {
  readonly name: string;
  readonly fact: unknown;
}

/** Whose frames they are. */
export interface Listener {
  readonly tenantId: string;
  readonly memberId: string;
}

/** Whose frames are wanted, and after which number. */
export interface Wanted extends Listener {
  readonly since: number;
}

/** So many frames are found at once; who finds as many looks again. */
export const mostAtOnce = 5000;

const PRESENTED_KEPT = 2000;

/** Finds frames across tenants as the relay's role, and presents them as requests see the tenant's rows. */
export class Frames {
  readonly #pool: Pool;
  readonly #scopes: Scopes;
  readonly #loadTenant: (id: string) => Promise<Tenant | null>;
  readonly #log: Log;
  readonly #definitions: ReadonlyMap<string, EventDefinition>;
  /** What an event shows, made once for all its recipients. */
  readonly #presented = new Map<string, Promise<Shown | null>>();

  constructor(parts: {
    readonly pool: Pool;
    readonly scopes: Scopes;
    readonly modules: readonly Pick<Module, "events">[];
    readonly loadTenant: (id: string) => Promise<Tenant | null>;
    readonly log: Log;
  }) {
    this.#pool = parts.pool;
    this.#scopes = parts.scopes;
    this.#loadTenant = parts.loadTenant;
    this.#log = parts.log;
    this.#definitions = new Map(parts.modules.flatMap((module) => Object.entries(module.events)));
  }

  /** The events with frames after each member's number, the lowest numbers first when there are more than `mostAtOnce`. */
  async find(wanted: readonly Wanted[]): Promise<FoundEvent[]> {
    if (wanted.length === 0) return [];
    // A thousand streams have a frame each of one event: lists as texts, which cost a tenth of rows and arrays.
    const { rows } = await this.#pool.query<FramedEvent & { frames: string }>({
      name: "find_frames",
      text: `
        select tenant_id as "tenantId", event_id as "eventId", string_agg(place || ',' || seq, ',') as frames
        from (
          select f.tenant_id, f.event_id, f.seq, w.place - 1 as place
          from unnest(string_to_array($1, ',')::uuid[], string_to_array($2, ',')::uuid[], string_to_array($3, ',')::bigint[])
            with ordinality w(tenant_id, member_id, since, place)
          join stream_frames f on f.tenant_id = w.tenant_id and f.member_id = w.member_id and f.seq > w.since
          order by f.seq limit ${mostAtOnce}
        ) found
        group by tenant_id, event_id`,
      values: [
        wanted.map(({ tenantId }) => tenantId).join(","),
        wanted.map(({ memberId }) => memberId).join(","),
        wanted.map(({ since }) => since).join(","),
      ],
    });
    return rows.map((row) => ({ ...row, frames: row.frames.split(",").map(Number) }));
  }

  /**
   * After which number a page that has heard up to `since` hears everything; null is a page that begins. It has to start over when
   * it was away for longer than frames are kept, or counts from another installation.
   */
  async startOf(listener: Listener, since: number | null): Promise<{ from: number; mustResync: boolean }> {
    const { last, oldest } = await this.#range(listener);
    if (since === null) return { from: last, mustResync: false };
    const mustResync = since > last || (since < last && (oldest === 0 || since + 1 < oldest));
    return { from: mustResync ? last : since, mustResync };
  }

  /** The numbers of a member's last frame and of the oldest one kept; both 0 when there is none. */
  async #range({ tenantId, memberId }: Listener): Promise<{ last: number; oldest: number }> {
    const { rows } = await this.#pool.query<{ last: number; oldest: number }>(
      `select
         coalesce((select last_seq from stream_cursors where tenant_id = $1 and member_id = $2), 0)::bigint as last,
         coalesce((select min(seq) from stream_frames where tenant_id = $1 and member_id = $2), 0)::bigint as oldest`,
      [tenantId, memberId],
    );
    return rows[0] ?? { last: 0, oldest: 0 };
  }

  /** What each event's frames show now; null for one that has nothing to show any more. */
  async present(events: readonly FramedEvent[]): Promise<(Shown | null)[]> {
    const known = events.map(({ eventId }) => this.#presented.get(eventId));
    const announced = await this.#announced(events.filter((_event, nth) => !known[nth]));
    const shown: (Shown | null)[] = [];
    // One after another: a burst must not take the connections that requests wait for.
    for (const [nth, event] of events.entries())
      shown.push(await (known[nth] ?? this.#presentOne(event, announced.get(event.eventId))));
    return shown;
  }

  async #presentOne(event: FramedEvent, announced: Announced | undefined): Promise<Shown | null> {
    // What is too old by now is gone.
    if (!announced) return null;
    let presented = this.#presented.get(event.eventId);
    if (!presented) {
      presented = this.#show(event, announced);
      this.#presented.set(event.eventId, presented);
      const [oldest] = this.#presented.keys();
      if (this.#presented.size > PRESENTED_KEPT && oldest !== undefined) this.#presented.delete(oldest);
    }
    return presented;
  }

  async #show({ tenantId, eventId }: FramedEvent, { name, fact }: Announced): Promise<Shown | null> {
    const shown = this.#definitions.get(name)?.frame;
    const tenant = await this.#loadTenant(tenantId);
    if (!shown || !tenant) return null;
    const actor = { kind: "system", cause: "stream" } as const;
    const request = { requestId: eventId, ip: null, origin: null, locale: "", userAgent: null };
    const options = { tenant, actor, now: businessTime(tenant), request };
    try {
      const data = await this.#scopes.inspect(options, (scope) => shown.present(scope, fact as never));
      return data && { name, data };
    } catch (error) {
      // One frame that cannot be shown must not hold up those behind it.
      this.#presented.delete(eventId);
      this.#log.error({ err: error, event: name }, "A frame could not be presented.");
      return null;
    }
  }

  /** What was announced, by the event's id. */
  async #announced(events: readonly FramedEvent[]): Promise<ReadonlyMap<string, Announced>> {
    if (events.length === 0) return new Map();
    const { rows } = await this.#pool.query<Announced & { id: string }>({
      name: "find_facts",
      text: `
        select e.id, e.name, e.fact from unnest($1::uuid[], $2::uuid[]) as asked(tenant_id, id)
        join stream_events e on e.tenant_id = asked.tenant_id and e.id = asked.id`,
      values: [events.map(({ tenantId }) => tenantId), events.map(({ eventId }) => eventId)],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
