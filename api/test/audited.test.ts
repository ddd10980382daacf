import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { auditActions, auditEntities, auditFields } from "../src/modules/insights/audit-words.ts";
import { OrderDesk } from "../src/modules/orders/testing.ts";
import { buildBooking } from "../src/modules/scheduling/testing.ts";
import { modules } from "../src/modules.ts";
import { hours, minutes, plus } from "../src/platform/time.ts";
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
  "identity.inspectInvitation",
  "identity.acceptInvitation",
  "identity.staffSignIn",
  "identity.operatorSignIn",
  "identity.staffRefresh",
  "identity.staffSignOut",
  "identity.switchTenant",
];

// Asks the gateway how a payment stands, or name servers about a domain, and changes nothing by itself.
const looksOnly = ["money.verifyPayment", "notifications.checkSender"];

// What the world's rows are in no state for: the test after brings the rows into it.
const refusedHere = [
  "tenancy.createSandbox",
  "scheduling.completeBooking",
  "money.retryRefund",
  "safety.restoreCase",
  "orders.acceptOrder",
  "orders.completeOrder",
  "orders.markAbsent",
  "orders.disputeOrder",
  "orders.withdrawDispute",
  "orders.ruleDispute",
  "orders.writeInDispute",
  "orders.answerMove",
  "notifications.retryDelivery",
  "billing.changePlan",
  "billing.activateModule",
  "billing.deactivateModule",
];

// A member who was switched off a moment ago can be let in again; the others of the world never left.
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
    else if (!(await namesStaff(cast.site.live.id, requestId))) silent.push(path);
  }
  assert.deepEqual(silent, []);
  assert.deepEqual(refused.toSorted(), refusedHere.toSorted());
  assert.ok(paths.length - refused.length > 40, `${paths.length - refused.length} were tried`);
});

test("so does what can be done with orders, money and mails in the states for it", async () => {
  const desk = await OrderDesk.open(house);
  const inside = async (tenantId: string) =>
    bearer(await house.ok<Signed>("identity.staffSignIn", { ...desk.site.owner, tenantId }));
  const staff = await inside(desk.tenant.id);
  const done: string[] = [];
  const act = async (path: string, input: object, tenantId = desk.tenant.id, headers = staff) => {
    const requestId = `done-${path}-${done.length}`;
    await house.ok(path, input, {
      headers: { ...headers, "X-Request-Id": requestId, "Idempotency-Key": requestId },
    });
    assert.ok(await namesStaff(tenantId, requestId), path);
    done.push(path);
  };
  const [start, later] = [await desk.slot(3), await desk.slot(4)];
  const [held, missed] = [await desk.paid(start), await desk.paid(later)];
  const reason = "Both were asked.";

  await desk.call(desk.coach, "proposeMove", { id: missed.id, startsAt: (await desk.slot(6)).toISOString() });
  await act("orders.answerMove", { id: missed.id, accept: false });

  const unlucky = await desk.place(await desk.slot(5));
  await desk.pay(unlucky, "refund_fails");
  await desk.becomes(unlucky, "confirmed");
  await act("orders.refundOrder", { id: unlucky.id, amountMinor: 100, reason });
  const refundId = await found("a refund that failed", "from refunds where state = 'failed'", desk);
  await act("orders.waiveOrder", { id: (await desk.place(await desk.slot(7))).id, reason });
  await act("orders.giveSession", {
    offerId: desk.offer.id,
    clientId: desk.client.id,
    startsAt: (await desk.slot(8)).toISOString(),
    reason,
  });
  await act("insights.createNote", { subjectKind: "order", subjectId: held.id, text: "They called." });
  await act("insights.deleteNote", { id: await found("a note", "from team_notes where true", desk) });
  await act("money.retryRefund", { id: refundId });

  const mailId = await found("a mail", "from notification_deliveries where state = 'sent'", desk);
  await admin.query("update notification_deliveries set state = 'failed', error = 'full' where id = $1", [
    mailId,
  ]);
  await act("notifications.retryDelivery", { id: mailId });

  const free = await desk.as({ kind: "system", cause: "test" }, (scope) =>
    buildBooking(scope, desk.offer, { clientId: desk.client.id, startsAt: plus(start, -hours(2)) }),
  );
  await desk.until(plus(start, -minutes(90)));
  await act("scheduling.completeBooking", { id: free.id });

  await desk.until(plus(start, minutes(30)));
  await act("orders.completeOrder", { id: held.id });
  await act("orders.disputeOrder", { id: held.id, reason });
  await act("orders.withdrawDispute", { id: held.id, reason });
  await act("orders.acceptOrder", { id: held.id });

  await desk.until(plus(later, minutes(30)));
  await act("orders.markAbsent", { id: missed.id, who: "client" });
  await act("orders.disputeOrder", { id: missed.id, reason });
  await act("orders.openDisputeConversation", { id: missed.id });
  await act("orders.writeInDispute", { id: missed.id, clientId: "a-word", text: "We look into it." });
  await act("orders.ruleDispute", { id: missed.id, refundShare: 5000, reason });

  await house.ok(
    "safety.createReport",
    { subjectKind: "profile", subjectId: desk.coach.id, category: "spam" },
    { headers: desk.client.headers },
  );
  const caseId = await found("a case", "from moderation_cases where state <> 'restored'", desk);
  await act("safety.claimCase", { id: caseId });
  await act("safety.decideCase", { id: caseId, decision: "hidden", reason });
  await act("safety.restoreCase", { id: caseId, reason });

  const { id } = desk.site.live;
  const headers = await inside(id);
  await admin.query(
    "update tenants set parent_id = null, is_sandbox = false, clock_offset_ms = 0, slug = 'x' || slug where id = $1",
    [desk.tenant.id],
  );
  await act("tenancy.createSandbox", {}, id, headers);
  await act("billing.deactivateModule", { id: "gigs" }, id, headers);
  await act("billing.activateModule", { id: "gigs" }, id, headers);
  await act("billing.changePlan", { plan: "free" }, id, headers);

  assert.deepEqual(
    refusedHere.filter((path) => !done.includes(path)),
    [],
  );
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

async function namesStaff(tenantId: string, requestId: string): Promise<boolean> {
  const { rows } = await admin.query<{ kind: string; ip: string | null }>(
    "select actor_kind as kind, host(ip) as ip from audit_entries where tenant_id = $1 and request_id = $2",
    [tenantId, requestId],
  );
  return rows.some(({ kind, ip }) => kind === "staff" && ip !== null);
}

interface Signed {
  readonly accessToken: string;
}

const bearer = ({ accessToken }: Signed) => ({ Authorization: `Bearer ${accessToken}` });

/** The newest row of a kind in a desk's sandbox, once there is one. */
const found = (what: string, from: string, desk: OrderDesk): Promise<string> =>
  house.until(what, async () => {
    const query = `select id ${from} and tenant_id = $1 order by id desc limit 1`;
    const { rows } = await admin.query<{ id: string }>(query, [desk.tenant.id]);
    return rows[0]?.id;
  });
