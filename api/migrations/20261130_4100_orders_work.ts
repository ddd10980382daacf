import { type Knex } from "knex";
import { acrossTenants, isolateTenants } from "../src/platform/db/isolation.ts";

// An order is for a session, which has a booking, or for work that is delivered, which has none.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table orders add column kind text not null default 'session' check (kind in ('session', 'work')),
      alter column booking_id drop not null,
      add constraint orders_booking check ((kind = 'session') = (booking_id is not null));
    comment on column orders.kind is 'What was bought: a session at a time, or work that is delivered.';
    alter table orders alter column kind drop default;

    create table order_works (
      tenant_id uuid not null,
      order_id uuid not null,
      subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'),
      subject_id uuid not null,
      title text not null check (length(title) between 1 and 200),
      days smallint not null check (days between 1 and 10000),
      revisions smallint check (revisions >= 0),
      revisions_used smallint not null default 0 check (revisions_used >= 0),
      questions jsonb not null check (jsonb_typeof(questions) = 'array'),
      answers jsonb check (jsonb_typeof(answers) = 'array'),
      answered_at timestamptz,
      paid_at timestamptz,
      due_at timestamptz,
      cancel_by text check (cancel_by in ('client', 'provider')),
      cancel_share integer check (cancel_share between 0 and 10000),
      cancel_reason text check (length(cancel_reason) <= 2000),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, order_id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade,
      constraint order_works_revisions check (revisions_used <= revisions),
      constraint order_works_cancel check ((cancel_by is null) = (cancel_share is null) and (cancel_by is not null or cancel_reason is null))
    );
    -- What was sold of one thing, in a period.
    create index order_works_subject on order_works (tenant_id, subject_kind, subject_id, paid_at);
    create index order_works_paid on order_works (tenant_id, subject_kind, paid_at);
    comment on table order_works is 'What an order for work is about, beside its row: what was agreed, and how far it is.';
    comment on column order_works.subject_id is 'What it was bought from, such as a gig; the module that sells it knows more.';
    comment on column order_works.days is 'From the start of the work to its delivery, as agreed.';
    comment on column order_works.revisions is 'How often the buyer may ask for changes; null for as often as they like.';
    comment on column order_works.questions is 'What the seller asked when it was bought.';
    comment on column order_works.due_at is 'Until when it is to be delivered; null before the work starts.';
    comment on column order_works.cancel_by is 'The side that proposed to call it off; null when no proposal waits.';
    comment on column order_works.cancel_share is 'Basis points of what is held that would go back to the buyer.';

    create table order_deliveries (
      tenant_id uuid not null,
      id uuid not null,
      order_id uuid not null,
      number smallint not null check (number >= 1),
      message text check (length(message) <= 5000),
      changes text check (length(changes) <= 5000),
      changes_asked_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint order_deliveries_number unique (tenant_id, order_id, number),
      foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
    );
    comment on table order_deliveries is 'What was delivered, each time, and what the buyer wanted changed in it.';
    comment on column order_deliveries.message is 'Null once its writer was erased.';
    comment on column order_deliveries.changes is 'What the buyer wanted changed; null when nothing, or once they were erased.';
  `);
  for (const table of ["order_works", "order_deliveries"]) await isolateTenants(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table order_deliveries; drop table order_works");
  await acrossTenants(knex, ["orders"], () => knex.raw("delete from orders where kind = 'work'"));
  await knex.raw(`
    alter table orders drop column kind, alter column booking_id set not null;
  `);
}
