import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addAccount, hashPassword } from "../src/modules/identity/index.ts";
import { permissionsOf } from "../src/modules/identity/rules/staff-permissions.ts";
import { addMembership } from "../src/modules/identity/staff/memberships.ts";
import { modules } from "../src/modules.ts";
import { type Audience, type ProcedureMeta } from "../src/platform/rpc/procedure.ts";
import { type StaffRole } from "../src/platform/scope/actor.ts";
import { noTenant } from "../src/platform/scope/tenant.ts";
import { TestHouse, type TestSite } from "./house.ts";
import { operatorHeaders } from "./isolation/sign-in.ts";

type Headers = Readonly<Record<string, string>>;

const password = "pepper-lantern-83";
const allPermissions = modules.flatMap(({ permissions }) => Object.keys(permissions));
/** All that the limited key may do beside what every key may. */
const onlyScope = "people.view";
const unauthenticated = "401 request.unauthenticated";
const forbidden = "403 request.forbidden";
/** Let in: a field that no operation knows is what is wrong, and nothing is done. */
const letIn = "400 request.invalid_input";

/** Who stands at the door, and what they are told there by what a procedure says of itself. */
const callers: Readonly<Record<string, (meta: ProcedureMeta) => string>> = {
  nobody: (meta) => (meta.tenantless ? asNobody(meta) : "400 request.tenant_required"),
  visitor: (meta) => (isFor(meta, "visitor") ? letIn : asNobody(meta)),
  client: (meta) => asMember(meta, ["client"]),
  coach: (meta) => asMember(meta, ["client", "coach"]),
  owner: (meta) => asStaff(meta, "owner"),
  admin: (meta) => asStaff(meta, "admin"),
  member: (meta) => asStaff(meta, "member"),
  guest: (meta) => asStaff(meta, "guest"),
  server: (meta) => (isFor(meta, "server") ? letIn : forbidden),
  limited: (meta) =>
    isFor(meta, "server") && [undefined, onlyScope].includes(meta.scope ?? meta.permission)
      ? letIn
      : forbidden,
  operator: (meta) => {
    if (!meta.tenantless) return "400 request.tenant_required";
    return isFor(meta, "operator") ? letIn : forbidden;
  },
};

const isFor = ({ audience }: ProcedureMeta, kind: Audience): boolean => [audience].flat().includes(kind);

/** What is for a team and no site is the door by which the team comes in. */
const asNobody = (meta: ProcedureMeta): string =>
  meta.tenantless && isFor(meta, "staff") ? letIn : unauthenticated;

function asMember(meta: ProcedureMeta, roles: readonly string[]): string {
  if (!isFor(meta, "member") && !isFor(meta, "visitor")) return forbidden;
  return !meta.memberRoles || meta.memberRoles.some((role) => roles.includes(role)) ? letIn : forbidden;
}

function asStaff(meta: ProcedureMeta, staffRole: StaffRole): string {
  const has = permissionsOf({ staffRole, granted: [], denied: [] }, allPermissions);
  return isFor(meta, "staff") && (meta.permission === undefined || has.includes(meta.permission))
    ? letIn
    : forbidden;
}

describe("the door of every operation", () => {
  let house: TestHouse;
  let site: TestSite;
  let headers: Readonly<Record<string, Headers>>;

  before(async () => {
    house = await TestHouse.open();
    site = await house.site(undefined, {
      tenancy: { limits: { membersPerMinute: 5000, staffPerMinute: 5000 } },
    });
    const client = await site.signIn("client@doors.example");
    const coach = await site.signIn("coach@doors.example");
    const { id } = await house.ok<{ id: string }>(
      "people.applyForRole",
      { role: "coach" },
      { headers: coach.headers },
    );
    await house.ok("people.approveApplication", { id }, { headers: site.server });
    const limited = await house.ok<{ token: string }>(
      "tenancy.createKey",
      { kind: "secret", name: "Limited", scopes: [onlyScope] },
      { headers: await site.staff() },
    );
    headers = {
      nobody: {},
      visitor: site.visitor,
      client: client.headers,
      coach: coach.headers,
      owner: await site.staff(),
      admin: await colleague("admin"),
      member: await colleague("member"),
      guest: await colleague("guest"),
      server: site.server,
      limited: { Authorization: `Bearer ${limited.token}` },
      operator: await operatorHeaders(house),
    };
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  async function colleague(staffRole: StaffRole): Promise<Headers> {
    const email = `${staffRole}@doors.example`;
    const passwordHash = await hashPassword(password);
    const account = await house.within(noTenant, (scope) =>
      addAccount(scope, { email, name: staffRole, passwordHash }),
    );
    await house.within(site.live, (scope) => addMembership(scope, account!.id, staffRole));
    const signedIn = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
      email,
      password,
      tenantId: site.live.id,
    });
    return { Authorization: `Bearer ${signedIn.accessToken}` };
  }

  for (const [who, expected] of Object.entries(callers)) {
    it(`lets in, or turns away, ${who} as the operation says`, async () => {
      const wrong: string[] = [];
      let nth = 0;
      let letThrough = 0;
      for (const { path, meta } of house.house.dispatcher.table.values()) {
        nth += 1;
        const told = await house.refused(
          path,
          { unheardOf: true },
          {
            headers: { ...headers[who], "Idempotency-Key": `door ${who} ${path}` },
            from: `198.51.${100 + (nth >> 8)}.${nth & 255}`,
          },
        );
        const right = expected(meta);
        if (right === letIn) letThrough += 1;
        if (told !== right) wrong.push(`${path}: ${told}, not ${right}`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(letThrough > 0 && letThrough < nth, `${letThrough} of ${nth}`);
    });
  }
});
