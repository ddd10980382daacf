-- The schema as the migrations leave it, printed from the catalogue by `npm run schema`.

create extension btree_gist;
create extension citext;
create extension pg_trgm;
create extension pgcrypto;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.app_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid
;
comment on function app_tenant() is 'The tenant this transaction works for; null when none was set, and then no tenant row is visible.';

create table audit_entries (
  tenant_id uuid not null,
  id uuid not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  entity_kind text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  ip inet,
  request_id text,
  at timestamp with time zone not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'member'::text, 'staff'::text, 'server'::text, 'operator'::text, 'system'::text])))
);
CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (tenant_id, actor_id, at DESC);
CREATE INDEX audit_entries_at ON public.audit_entries USING btree (tenant_id, at DESC, id DESC);
CREATE INDEX audit_entries_entity ON public.audit_entries USING btree (tenant_id, entity_kind, entity_id, at DESC);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy operator_reads on audit_entries for select to app_operator using (true);
create policy tenant_only on audit_entries using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on audit_entries to app_operator;
grant insert, select on audit_entries to app_rt;
comment on table audit_entries is 'Who changed what. No role may change or delete an entry.';
comment on column audit_entries.actor_id is 'Null for the system itself.';
comment on column audit_entries.action is 'Name of the operation, as scheduling.cancelBooking.';
comment on column audit_entries.before is 'The changed fields as they were; null for a creation. Secrets are left out.';
comment on column audit_entries.after is 'The changed fields as they are; null for a deletion. Secrets are left out.';
comment on column audit_entries.at is 'Business time.';

create table idempotency_keys (
  tenant_id uuid not null,
  actor_key text not null,
  procedure text not null,
  key text not null,
  input_hash text not null,
  status integer,
  body jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, actor_key, procedure, key)
);
CREATE INDEX idempotency_keys_created_at ON public.idempotency_keys USING btree (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy relay_all on idempotency_keys to app_relay using (true) with check (true);
create policy tenant_only on idempotency_keys using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on idempotency_keys to app_relay;
grant delete, insert, select, update on idempotency_keys to app_rt;
comment on table idempotency_keys is 'Answers kept for repeated requests; wall clock, 72 hours.';
comment on column idempotency_keys.actor_key is 'Kind and id of the caller.';
comment on column idempotency_keys.status is 'HTTP status of the answer; null while the first request runs.';
comment on column idempotency_keys.body is 'The answer; null while the first request runs, and for ever when the answer holds a secret.';

create table operator_tasks (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  note_code text not null,
  params jsonb not null default '{}'::jsonb,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint operator_tasks_pkey PRIMARY KEY (tenant_id, id),
  constraint operator_tasks_done_at CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint operator_tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
);
CREATE UNIQUE INDEX operator_tasks_one_open ON public.operator_tasks USING btree (tenant_id, kind, subject_id) WHERE (state = 'open'::text);
CREATE INDEX operator_tasks_open ON public.operator_tasks USING btree (tenant_id, created_at) WHERE (state = 'open'::text);
alter table operator_tasks enable row level security;
alter table operator_tasks force row level security;
create policy operator_reads on operator_tasks for select to app_operator using (true);
create policy tenant_only on operator_tasks using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on operator_tasks to app_operator;
grant insert, select, update on operator_tasks to app_rt;
comment on table operator_tasks is 'What the system could not finish alone and a person has to look at.';
comment on column operator_tasks.kind is 'As orders.stuck or jobs.quarantined.';
comment on column operator_tasks.note_code is 'Code of the sentence that says what to do; params fill it.';
comment on column operator_tasks.created_at is 'Business time.';

create table outbox (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  fact jsonb not null,
  happened_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (tenant_id, id)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);
CREATE INDEX outbox_created_at ON public.outbox USING btree (created_at, id);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy relay_all on outbox to app_relay using (true) with check (true);
create policy tenant_only on outbox using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on outbox to app_relay;
grant insert on outbox to app_rt;
comment on table outbox is 'Events announced and not yet handed on; the relay deletes what it has handed on.';
comment on column outbox.name is 'Name of the event, as booking.confirmed.';
comment on column outbox.fact is 'Ids, amounts, times, a version and the recipients'' ids; never a name, a text or a secret.';
comment on column outbox.happened_at is 'Business time of the fact.';

create table processed_jobs (
  tenant_id uuid not null,
  job_id text not null,
  processed_at timestamp with time zone not null default now(),
  constraint processed_jobs_pkey PRIMARY KEY (tenant_id, job_id)
);
CREATE INDEX processed_jobs_processed_at ON public.processed_jobs USING btree (processed_at);
alter table processed_jobs enable row level security;
alter table processed_jobs force row level security;
create policy relay_all on processed_jobs to app_relay using (true) with check (true);
create policy tenant_only on processed_jobs using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on processed_jobs to app_relay;
grant insert, select on processed_jobs to app_rt;
comment on table processed_jobs is 'Jobs whose effect is committed: a job that runs again finds itself here and stops.';
comment on column processed_jobs.job_id is 'Id of the event or timer, and the subscriber''s name.';

create unlogged table rate_limits (
  key text not null,
  tat bigint not null,
  constraint rate_limits_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limits_tat ON public.rate_limits USING btree (tat);
grant delete, insert, select, update on rate_limits to app_relay;
grant delete, insert, select, update on rate_limits to app_rt;
comment on table rate_limits is 'One row per limited caller and limit, by the generic cell rate algorithm.';
comment on column rate_limits.tat is 'Theoretical arrival time of the next request, in microseconds since 1970.';

create table tenants (
  id uuid not null,
  slug text not null,
  name text not null,
  parent_id uuid,
  is_sandbox boolean not null default false,
  status text not null default 'active'::text,
  clock_offset_ms bigint not null default 0,
  settings jsonb not null default '{}'::jsonb,
  settings_version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_slug_key UNIQUE (slug),
  constraint tenants_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint tenants_clock CHECK (((clock_offset_ms >= 0) AND (is_sandbox OR (clock_offset_ms = 0)))),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint tenants_sandbox_has_parent CHECK ((is_sandbox = (parent_id IS NOT NULL))),
  constraint tenants_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
  constraint tenants_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  constraint tenants_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text])))
);
CREATE INDEX tenants_parent_id ON public.tenants USING btree (parent_id) WHERE (parent_id IS NOT NULL);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy everybody_reads on tenants for select using (true);
create policy tenant_adds_itself on tenants for insert to app_rt with check ((id = ( SELECT app_tenant() AS app_tenant)));
create policy tenant_changes_itself on tenants for update to app_rt using ((id = ( SELECT app_tenant() AS app_tenant))) with check ((id = ( SELECT app_tenant() AS app_tenant)));
grant select on tenants to app_operator;
grant select on tenants to app_relay;
grant insert, select, update (slug, name, status, clock_offset_ms, settings, settings_version, updated_at) on tenants to app_rt;
comment on table tenants is 'Customers of Tessera and their sandboxes. Global: a request has to find its tenant before it has one.';
comment on column tenants.parent_id is 'The live tenant a sandbox belongs to.';
comment on column tenants.clock_offset_ms is 'Business time minus wall clock.';
comment on column tenants.settings_version is 'Raised with every change of settings, so that caches know.';

create table timers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  key text not null default ''::text,
  due_at timestamp with time zone not null,
  payload jsonb not null default '{}'::jsonb,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  last_error text,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint timers_pkey PRIMARY KEY (tenant_id, id),
  constraint timers_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'firing'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX timers_claimed_at ON public.timers USING btree (claimed_at) WHERE (state = 'firing'::text);
CREATE INDEX timers_due_at ON public.timers USING btree (due_at) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX timers_one_pending ON public.timers USING btree (tenant_id, kind, subject_id, key) WHERE (state = 'pending'::text);
CREATE INDEX timers_subject ON public.timers USING btree (tenant_id, subject_id);
CREATE INDEX timers_tenant_due_at ON public.timers USING btree (tenant_id, due_at, id) WHERE (state = 'pending'::text);
alter table timers enable row level security;
alter table timers force row level security;
create policy operator_reads on timers for select to app_operator using (true);
create policy relay_all on timers to app_relay using (true) with check (true);
create policy tenant_only on timers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on timers to app_operator;
grant delete, select, update on timers to app_relay;
grant delete, insert, select, update on timers to app_rt;
comment on table timers is 'Everything that must happen later.';
comment on column timers.kind is 'Name of the handler, as scheduling.expire_hold.';
comment on column timers.subject_id is 'What the timer is about; the tenant''s id for daily work.';
comment on column timers.key is 'Tells timers of one kind and subject apart, as the minutes of a reminder.';
comment on column timers.due_at is 'Business time of the tenant.';
comment on column timers.payload is 'Ids, amounts and times only: the relay reads it across tenants.';
comment on column timers.claimed_at is 'Wall clock; when the relay last handed the timer to a worker.';

create table worker_heartbeats (
  worker_id text not null,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  constraint worker_heartbeats_pkey PRIMARY KEY (worker_id)
);
grant select on worker_heartbeats to app_operator;
grant delete, insert, select, update on worker_heartbeats to app_relay;
grant select on worker_heartbeats to app_rt;
comment on table worker_heartbeats is 'Living workers. Jobs of a worker that fell silent are taken back.';
