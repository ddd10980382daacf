import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table site_domains (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      domain text not null check (domain ~ '^[a-z0-9.-]{3,244}$'),
      proof text not null,
      state text not null check (state in ('pending', 'proven', 'failing', 'lost')),
      proof_record text check (proof_record in ('found', 'missing', 'wrong', 'unknown')),
      alias_record text check (alias_record in ('found', 'missing', 'wrong', 'unknown')),
      is_taken boolean not null default false,
      checked_at timestamptz,
      proven_at timestamptz,
      failing_since timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint site_domains_once unique (tenant_id, domain),
      constraint site_domains_failing_since_then check ((state = 'failing') = (failing_since is not null))
    );
    comment on table site_domains is 'Domains a site''s team wants to reach Tessera by, and what name servers say of them.';
    comment on column site_domains.domain is 'As name servers know it: small letters, international names in Punycode.';
    comment on column site_domains.proof is 'What has to stand in a text record under the domain.';
    comment on column site_domains.state is 'Of failing ones the proof is gone and they still count for some days; lost ones do not count any more.';
    comment on column site_domains.proof_record is 'What was found of the proof last; null before anybody looked.';
    comment on column site_domains.alias_record is 'Whether the domain leads to this installation; null before anybody looked.';
    comment on column site_domains.is_taken is 'Whether another site had proven the domain when this one did.';
    comment on column site_domains.failing_since is 'When the proof was found to be gone.';
  `);
  await isolateTenants(knex, "site_domains");
  await knex.raw(`
    create table domain_owners (
      domain text primary key,
      tenant_id uuid not null references tenants (id) on delete restrict,
      created_at timestamptz not null
    );
    create index domain_owners_tenant_id on domain_owners (tenant_id);
    comment on table domain_owners is 'Which site a proven domain belongs to, one of all. Global: a request under a domain has to find its tenant before it has one.';

    alter table domain_owners enable row level security;
    alter table domain_owners force row level security;
    create policy everybody_reads on domain_owners for select using (true);
    create policy tenant_adds_its_own on domain_owners for insert to app_rt
      with check (tenant_id = (select app_tenant()));
    create policy tenant_removes_its_own on domain_owners for delete to app_rt
      using (tenant_id = (select app_tenant()));
    grant select, insert, delete on domain_owners to app_rt;
    grant select on domain_owners to app_operator;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table domain_owners; drop table site_domains;");
}
