import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedRoles, exactRoles, givenRoles, type MemberRoles, refusedRole, vouchedRoles } from "./roles.ts";

const had: MemberRoles = { roles: ["client"], grantedRoles: ["client"], pendingRoles: ["teacher"] };

describe("roles of a member", () => {
  const cases: readonly [what: string, now: MemberRoles, roles: string, pendingRoles: string][] = [
    ["a role that needs approval waits", askedRoles(had, ["coach"], ["coach"]), "client", "coach,teacher"],
    [
      "one that needs none is there at once",
      askedRoles(had, ["learner"], ["coach"]),
      "client,learner",
      "teacher",
    ],
    ["one somebody has does not wait", askedRoles(had, ["client"], ["client"]), "client", "teacher"],
    ["one that waits is asked for once", askedRoles(had, ["teacher"], ["teacher"]), "client", "teacher"],
    ["a given one waits no longer", givenRoles(had, ["teacher"]), "client,teacher", ""],
    ["a refused one is gone", refusedRole(had, "teacher"), "client", ""],
    ["refusing takes nothing away", refusedRole(had, "client"), "client", "teacher"],
    ["exact roles leave what waits", exactRoles(had, ["learner"]), "learner", "teacher"],
    ["exact roles end the wait for them", exactRoles(had, ["teacher"]), "teacher", ""],
  ];
  for (const [what, { roles, pendingRoles }, has, waits] of cases)
    it(what, () => {
      assert.equal(roles.join(), has);
      assert.equal(pendingRoles.join(), waits);
    });

  it("a token adds to what was granted, and the next one takes away only what a token gave", () => {
    const first = vouchedRoles(had, ["teacher", "learner"]);
    assert.deepEqual(first, {
      roles: ["client", "teacher", "learner"],
      grantedRoles: ["client"],
      pendingRoles: [],
    });
    const approved = givenRoles(first, ["teacher"]);
    assert.deepEqual(vouchedRoles(approved, []).roles, ["client", "teacher"]);
    assert.deepEqual(vouchedRoles(first, []).roles, ["client"]);
  });

  it("what the team takes away is gone, whoever gave it; what it leaves stays as it was given", () => {
    const first = vouchedRoles(givenRoles(had, ["coach"]), ["learner"]);
    const left = exactRoles(first, ["client", "learner", "qa"]);
    assert.deepEqual(left.roles, ["client", "learner", "qa"]);
    assert.deepEqual(left.grantedRoles, ["client", "qa"]);
    assert.deepEqual(vouchedRoles(left, []).roles, ["client", "qa"]);
  });
});
