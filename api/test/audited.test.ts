import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { auditActions, auditEntities, auditFields } from "../src/modules/insights/audit-words.ts";
import { modules } from "../src/modules.ts";
import { EventSink } from "./event-sink.ts";
import { TestHouse } from "./house.ts";
import { probes } from "./isolation/probes.ts";
import { operatorHeaders } from "./isolation/sign-in.ts";
import { buildCast, type Cast } from "./isolation/world.ts";

let house: TestHouse;
let sink: EventSink;
let admin: pg.Client;
let cast: Cast;

before(async () => {
  house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  sink = await EventSink.start();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  cast = await buildCast(house, {
    word: "wombatry",
    hooksUrl: sink.url,
    operator: await operatorHeaders(house),
  });
});
after(async () => {
  await admin?.end();
  await house?.close();
  await sink?.stop();
});

// Coming in, going out and going over to another site change nothing of the site; sessions keep their own record.
const ownSession = [
  "identity.registerTenant",
  "identity.staffSignIn",
  "identity.operatorSignIn",
  "identity.staffRefresh",
  "identity.staffSignOut",
  "identity.switchTenant",
];

// Asks the gateway how a payment stands, or name servers about a domain, and changes nothing by itself.
const looksOnly = ["money.verifyPayment", "notifications.checkSender"];

// What the world's rows are in no state for: its file, and the one call in it that leaves the entry.
const refusedHere: Readonly<Record<string, { readonly file: string; readonly calls: string }>> = {
  "tenancy.createSandbox": { file: "tenancy/create-sandbox.ts", calls: "audit(" },
  "scheduling.completeBooking": { file: "scheduling/bookings/complete-booking.ts", calls: "auditOffice(" },
  "money.retryRefund": { file: "money/retry-refund.ts", calls: "audit(" },
  "safety.restoreCase": { file: "safety/queue/restore-case.ts", calls: "audit(" },
  "orders.acceptOrder": { file: "orders/accept-order.ts", calls: "actOnOrder(" },
  "orders.completeOrder": { file: "orders/complete-order.ts", calls: "actOnOrder(" },
  "orders.markAbsent": { file: "orders/mark-absent.ts", calls: "actOnOrder(" },
  "orders.disputeOrder": { file: "orders/dispute-order.ts", calls: "actOnOrder(" },
  "orders.withdrawDispute": { file: "orders/withdraw-dispute.ts", calls: "actOnOrder(" },
  "orders.ruleDispute": { file: "orders/rule-dispute.ts", calls: "actOnOrder(" },
  "orders.answerMove": { file: "orders/answer-move.ts", calls: "actOnOrder(" },
  "notifications.retryDelivery": { file: "notifications/deliveries/retry-delivery.ts", calls: "audit(" },
};

// A member who was banned a moment ago can be let in again; the others of the world never left.
const afterwards = ["identity.reactivateMember"];

test("everything that a team member changes leaves an entry that names them", async () => {
  const silent: string[] = [];
  const refused: string[] = [];
  const paths = Object.keys(probes).filter((path) => {
    const entry = house.house.dispatcher.table.get(path);
    const isStaffs = entry && [entry.meta.audience].flat().includes("staff");
    return isStaffs && entry.kind === "mutation" && !ownSession.includes(path) && !looksOnly.includes(path);
  });
  for (const path of [...paths.filter((each) => !afterwards.includes(each)), ...afterwards]) {
    const requestId = `audited-${path}`;
    const { status } = await house.call(path, probes[path]!.input(cast), {
      headers: { ...cast.headers.staff, "X-Request-Id": requestId, "Idempotency-Key": requestId },
    });
    if (status !== 200) refused.push(path);
    else if (!(await namesStaff(requestId))) silent.push(path);
  }
  assert.deepEqual(silent, []);
  assert.deepEqual(refused.toSorted(), Object.keys(refusedHere).toSorted());
  assert.ok(paths.length - refused.length > 40, `${paths.length - refused.length} were tried`);
});

test("the audit log has words for every action, target and field that was left here", async () => {
  const { rows } = await admin.query<{ action: string; kind: string; fields: string[] }>(`
    select action, entity_kind as kind, array_remove(array_agg(distinct field), null) as fields
    from audit_entries left join lateral
      (select jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) as field) each on true
    group by action, entity_kind`);
  const actions: ReadonlySet<string> = new Set(auditActions);
  const targets: ReadonlySet<string> = new Set(auditEntities);
  // Settings are told by module.
  const fields: ReadonlySet<string> = new Set([...auditFields, ...modules.map(({ name }) => name)]);
  const unknown = rows.flatMap((row) => [
    ...[row.action].filter((name) => !actions.has(name)),
    ...[row.kind].filter((name) => !targets.has(name)),
    ...row.fields.filter((name) => !fields.has(name)).map((name) => `${name} of ${row.action}`),
  ]);
  assert.deepEqual(unknown, []);
});

test("every action that the modules write in their source has its words", () => {
  const folder = join(import.meta.dirname, "../src/modules");
  const written = globSync("**/*.ts", { cwd: folder }).flatMap((file) => {
    const source = file.endsWith(".test.ts") ? "" : readFileSync(join(folder, file), "utf8");
    return /\baudit(Office)?\(/.test(source)
      ? [...source.matchAll(/action: (?:[^"]*\? )?"(\w+\.\w+)"/g)]
      : [];
  });
  const actions: ReadonlySet<string> = new Set(auditActions);
  assert.deepEqual(
    written.map(([, action = ""]) => action).filter((action) => !actions.has(action)),
    [],
  );
  assert.ok(written.length > 40, `${written.length} were found`);
});

test("what the world is in no state for leaves its entry in the same call", () => {
  for (const { file, calls } of Object.values(refusedHere)) {
    const source = readFileSync(join(import.meta.dirname, "../src/modules", file), "utf8");
    assert.ok(source.includes(calls), `${file} does not call ${calls}…)`);
  }
});

async function namesStaff(requestId: string): Promise<boolean> {
  const { rows } = await admin.query<{ kind: string; ip: string | null }>(
    "select actor_kind as kind, host(ip) as ip from audit_entries where tenant_id = $1 and request_id = $2",
    [cast.site.live.id, requestId],
  );
  return rows.some(({ kind, ip }) => kind === "staff" && ip !== null);
}
