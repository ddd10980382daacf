import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table payments (
      tenant_id uuid not null,
      id uuid not null,
      order_id uuid not null,
      payer_member_id uuid,
      payer_visitor_id uuid,
      payee_ids uuid[] not null,
      amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      description text not null check (length(description) between 1 and 200),
      locale text not null,
      return_url text not null check (length(return_url) <= 2000),
      return_code_until timestamptz not null,
      returned_at timestamptz,
      gateway text not null,
      connection_id uuid not null,
      checkout_closes_at timestamptz not null,
      checkout_id text,
      checkout_url text,
      gateway_payment_id text,
      status text not null check (status in ('pending', 'succeeded', 'failed', 'expired', 'flagged', 'refunding',
        'partially_refunded', 'refunded', 'disputed')),
      is_duplicate boolean not null default false,
      captured_minor bigint,
      captured_currency text,
      captured_at timestamptz,
      declined_at timestamptz,
      expired_at timestamptz,
      refunded_minor bigint not null default 0,
      reported_refunds_minor bigint not null default 0,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint payments_has_payer check (payer_member_id is not null or payer_visitor_id is not null),
      constraint payments_captured check (num_nonnulls(captured_minor, captured_currency, captured_at) in (0, 3))
    );
    -- One order is paid once: a second checkout begins only when the first one ended.
    create unique index payments_one_open on payments (tenant_id, order_id) where status in ('pending', 'failed');
    create index payments_order on payments (tenant_id, order_id, id);
    create index payments_member on payments (tenant_id, payer_member_id, id) where payer_member_id is not null;
    create index payments_visitor on payments (tenant_id, payer_visitor_id) where payer_visitor_id is not null;
    create index payments_gateway_payment on payments (tenant_id, gateway, gateway_payment_id) where gateway_payment_id is not null;
    comment on table payments is 'Payments through a gateway. The row holds what is true at the gateway; the ledger holds where the money is.';
    comment on column payments.description is 'What is bought, as the gateway shows it; part of the stored command.';
    comment on column payments.return_code_until is 'Wall clock; until then the code in the way back identifies the order once.';
    comment on column payments.checkout_closes_at is 'Wall clock, which is all a gateway knows; expires_at is the same in business time.';
    comment on column payments.checkout_id is 'Null while the command was stored and no answer is known.';
    comment on column payments.captured_minor is 'What the gateway says was paid. Other than the amount, and the payment is flagged.';
    comment on column payments.is_duplicate is 'The order was paid by another payment before: refunded at once.';
    comment on column payments.refunded_minor is 'What of it went back, as far as single refunds are known.';
    comment on column payments.reported_refunds_minor is 'The highest total of refunds the gateway has spoken of.';
    comment on column payments.expires_at is 'Business time; the checkout is closed then.';

    create table refunds (
      tenant_id uuid not null,
      id uuid not null,
      payment_id uuid not null,
      amount_minor bigint not null check (amount_minor > 0),
      currency text not null,
      reason text not null check (reason in ('cancelled', 'dispute', 'goodwill', 'duplicate', 'flagged', 'gateway', 'retry')),
      origin text not null check (origin in ('house', 'gateway')),
      state text not null check (state in ('requested', 'pending', 'succeeded', 'failed')),
      retried_by uuid,
      gateway_refund_id text,
      is_settled boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, payment_id) references payments (tenant_id, id) on delete restrict
    );
    create index refunds_payment on refunds (tenant_id, payment_id);
    create unique index refunds_gateway_refund on refunds (tenant_id, payment_id, gateway_refund_id) where gateway_refund_id is not null;
    comment on table refunds is 'Money on its way back to a payer through the gateway it came by.';
    comment on column refunds.origin is 'gateway: made by somebody in the gateway''s own dashboard.';
    comment on column refunds.state is 'requested: the command is stored; pending: the gateway has taken it.';
    comment on column refunds.retried_by is 'The refund that tries again what failed here.';
    comment on column refunds.is_settled is 'The ledger says that the gateway has paid it out.';

    create table payment_disputes (
      tenant_id uuid not null,
      id uuid not null,
      payment_id uuid not null,
      gateway_dispute_id text not null,
      amount_minor bigint not null check (amount_minor > 0),
      currency text not null,
      state text not null check (state in ('open', 'won', 'lost')),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, payment_id) references payments (tenant_id, id) on delete restrict
    );
    create unique index payment_disputes_gateway on payment_disputes (tenant_id, payment_id, gateway_dispute_id);
    comment on table payment_disputes is 'Payments the payer''s bank takes back.';

    create table gateway_events (
      tenant_id uuid not null,
      id uuid not null,
      gateway text not null,
      connection_id uuid not null,
      event_id text not null check (length(event_id) between 1 and 255),
      type text not null,
      facts jsonb not null,
      waits_for text,
      received_at timestamptz not null,
      primary key (tenant_id, id)
    );
    create unique index gateway_events_once on gateway_events (tenant_id, gateway, connection_id, event_id);
    create index gateway_events_waiting on gateway_events (tenant_id, gateway, waits_for) where waits_for is not null;
    comment on column gateway_events.waits_for is 'The gateway''s id of a payment we do not know by that id yet: applied as soon as we do.';
    comment on table gateway_events is 'Events of gateways that were verified and applied, each once. What they say of people is not kept.';
  `);
  await isolateTenants(knex, "payments", { runtime: ["select", "insert", "update"] });
  await isolateTenants(knex, "refunds", { runtime: ["select", "insert", "update"] });
  await isolateTenants(knex, "payment_disputes", { runtime: ["select", "insert", "update"] });
  await isolateTenants(knex, "gateway_events");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table gateway_events, payment_disputes, refunds, payments");
}
