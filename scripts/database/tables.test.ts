import assert from "node:assert/strict";
import { test } from "node:test";
import { databaseDocument } from "./diagram.ts";
import { byModule, tablesIn } from "./tables.ts";

const schema = `
create table hosts (
  tenant_id uuid not null,
  id uuid not null,
  constraint hosts_pkey PRIMARY KEY (tenant_id, id)
);
comment on table hosts is 'People whose time can''t be invented.';
create unlogged table bookings (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  order_id uuid,
  title text not null,
  starts_at timestamp with time zone not null,
  constraint bookings_pkey PRIMARY KEY (tenant_id, id),
  constraint bookings_host FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE RESTRICT,
  constraint bookings_order FOREIGN KEY (tenant_id, order_id) REFERENCES hosts(tenant_id, id)
);
`;

test("tables are read with their keys, references and times", () => {
  const [hosts, bookings] = tablesIn(schema);
  assert.deepEqual(hosts, {
    name: "hosts",
    comment: "People whose time can't be invented.",
    columns: [{ name: "id", type: "uuid", key: "PK" }],
    references: [],
  });
  assert.deepEqual(bookings?.columns, [
    { name: "id", type: "uuid", key: "PK" },
    { name: "host_id", type: "uuid", key: "FK" },
    { name: "order_id", type: "uuid", key: "FK" },
    { name: "starts_at", type: "timestamptz", key: null },
  ]);
  assert.deepEqual(bookings?.references, [
    { table: "hosts", by: "host_id", isOptional: false },
    { table: "hosts", by: "order_id", isOptional: true },
  ]);
});

test("a module's tables are those its migrations make; a table of nobody is a mistake", () => {
  const migrations = [{ name: "20260101_0700_scheduling_hosts.ts", text: "create table hosts (" }];
  assert.throws(() => byModule(tablesIn(schema), migrations), /No migration makes bookings/);
  const both = [
    ...migrations,
    { name: "20260101_0750_scheduling_bookings.ts", text: "create unlogged table bookings (" },
  ];
  const text = databaseDocument(byModule(tablesIn(schema), both));
  assert.match(text, /## scheduling\n\n- `hosts`: People whose time can't be invented\.\n- `bookings`\n/);
  assert.match(text, /hosts \|\|--o\{ bookings : host_id\n {2}hosts \|o--o\{ bookings : order_id/);
});
