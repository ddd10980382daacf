import assert from "node:assert/strict";
import { test } from "node:test";
import { type StaffRole } from "../../../platform/scope/actor.ts";
import { permissionsOf } from "./staff-permissions.ts";

const all = [
  "tenancy.settings",
  "tenancy.view_settings",
  "identity.owners",
  "identity.team",
  "scheduling.edit_offers",
  "scheduling.view_bookings",
  "orders.view",
  "money.view",
];
const of = (staffRole: StaffRole, changes: { granted?: string[]; denied?: string[] } = {}) =>
  permissionsOf({ staffRole, granted: [], denied: [], ...changes }, all);

test("the role matrix", () => {
  assert.deepEqual(of("owner"), all);
  assert.deepEqual(
    of("admin"),
    all.filter((permission) => permission !== "identity.owners"),
  );
  assert.deepEqual(of("member"), [
    "tenancy.view_settings",
    "scheduling.edit_offers",
    "scheduling.view_bookings",
    "orders.view",
  ]);
  assert.deepEqual(of("guest"), ["tenancy.view_settings", "scheduling.view_bookings", "orders.view"]);
});

test("a permission is granted beyond the role, or denied within it", () => {
  assert.ok(of("guest", { granted: ["scheduling.edit_offers"] }).includes("scheduling.edit_offers"));
  assert.ok(!of("admin", { denied: ["tenancy.settings"] }).includes("tenancy.settings"));
  assert.ok(
    !of("guest", { granted: ["tenancy.settings"], denied: ["tenancy.settings"] }).includes(
      "tenancy.settings",
    ),
  );
});

test("owners lose nothing, others never get what is the owners' alone, and nobody gets what does not exist", () => {
  assert.deepEqual(of("owner", { denied: [...all] }), all);
  assert.ok(!of("admin", { granted: ["identity.owners"] }).includes("identity.owners"));
  assert.ok(!of("member", { granted: ["no.such"] }).includes("no.such"));
});
