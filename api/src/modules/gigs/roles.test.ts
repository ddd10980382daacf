import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type StaffRole, staffRoles } from "../../platform/scope/actor.ts";
import { permissionsOf } from "../identity/rules/staff-permissions.ts";
import { gigsModule } from "./module.ts";

describe("what the team may do in the market of gigs", () => {
  const all = ["gigs.view_gigs", "gigs.edit", "gigs.moderate", "gigs.categories", "gigs.levels"];
  const matrix: Readonly<Record<StaffRole, readonly string[]>> = {
    owner: all,
    admin: all,
    member: all,
    guest: ["gigs.view_gigs"],
  };
  for (const staffRole of staffRoles)
    it(`${staffRole}: ${matrix[staffRole].join(", ")}`, () => {
      const membership = { staffRole, granted: [], denied: [] };
      assert.deepEqual(permissionsOf(membership, Object.keys(gigsModule.permissions)), matrix[staffRole]);
    });
});
