import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedRoles, exactRoles, givenRoles, type MemberRoles, refusedRole } from "./roles.ts";

const had: MemberRoles = { roles: ["client"], pendingRoles: ["teacher"] };

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
});
