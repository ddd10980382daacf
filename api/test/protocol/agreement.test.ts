import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Audience } from "../../src/platform/rpc/procedure.ts";
import { type ProcedureEntry } from "../../src/platform/rpc/table.ts";
import { TestHouse, type TestSite } from "../house.ts";
import { inParallel } from "../isolation/client.ts";
import { shapeOf } from "../isolation/positions.ts";
import { internalText } from "./internal-text.ts";
import { sampleOf, type Schema, schemaOf, wrongValues } from "./samples.ts";
import { overRest, overRpc } from "./transports.ts";

interface Case {
  readonly entry: ProcedureEntry;
  readonly what: string;
  readonly input: Record<string, unknown>;
}

/** Calls whose answer belongs to the caller's first one: asked again it is another. */
const once = new Set([
  "gigs.createCategory",
  "identity.signOut",
  "identity.staffSignOut",
  "identity.endOtherSessions",
]);

describe("RPC and REST", () => {
  let house: TestHouse;
  let site: TestSite;
  let callers: Record<"member" | "staff" | "server" | "visitor", Record<string, string>>;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site("Protocol site", {
      tenancy: {
        limits: {
          visitorsPerMinute: 100_000,
          membersPerMinute: 100_000,
          serversPerMinute: 100_000,
          staffPerMinute: 100_000,
        },
      },
    });
    const { memberId } = await site.signIn("member@site.example");
    const { headers } = await house.call(
      "people.saveAnswers",
      { answers: {}, isDraft: true },
      { headers: site.visitor },
    );
    // The version nobody has changed yet takes one change, by whichever transport is first.
    await house.call("matching.updateProfile", { id: "coaching" }, { headers: site.server });
    callers = {
      member: site.actingFor(memberId),
      staff: await site.staff(),
      server: site.server,
      visitor: { ...site.visitor, "Tessera-Visitor": String(headers["tessera-visitor"]) },
    };
  });
  after(async () => {
    await house.close();
  });

  const callerOf = (entry: ProcedureEntry): Record<string, string> => {
    const audiences: readonly Audience[] = [entry.meta.audience].flat();
    if (entry.meta.tenantless) return {};
    for (const kind of ["server", "member", "staff", "visitor"] as const)
      if (audiences.includes(kind)) return callers[kind];
    throw new Error(`Nobody may call ${entry.path}.`);
  };

  test("the same status, code and body for the same input, valid or not, and never a bug", async (context) => {
    const cases = [...house.house.dispatcher.table.values()].flatMap(casesOf);
    const different: string[] = [];
    let compared = 0;
    let refused = 0;
    await inParallel(cases, async ({ entry, what, input }) => {
      const headers = { ...callerOf(entry), "X-Forwarded-For": addressOf(compared) };
      const rpc = await overRpc(house.house.url, entry, input, headers);
      const rest = await overRest(house.house.url, entry, input, headers);
      for (const said of rest ? [rpc, rest] : [rpc]) {
        if (said.status >= 500)
          different.push(`${entry.path} ${what}: ${said.status} ${said.text.slice(0, 200)}`);
        const internal = internalText.exec(said.text);
        if (internal)
          different.push(`${entry.path} ${what} tells ${internal[0]}: ${said.text.slice(0, 200)}`);
      }
      if (rpc.status !== 200) refused += 1;
      if (!rest || rest.status === 429 || rpc.status === 429) return;
      compared += 1;
      const [a, b] =
        rpc.status === 200 && rest.status === 200
          ? [shapeOf(rpc.body), shapeOf(rest.body)]
          : [rpc.body, rest.body];
      if (rpc.status !== rest.status || JSON.stringify(a) !== JSON.stringify(b))
        different.push(
          `${entry.path} ${what}: RPC ${rpc.status} ${rpc.text.slice(0, 300)}; REST ${rest.status} ${rest.text.slice(0, 300)}`,
        );
    });
    context.diagnostic(`${cases.length} inputs, ${compared} by both transports, ${refused} refused`);
    assert.deepEqual(different, []);
    assert.deepEqual(house.bugs, []);
    assert.ok(compared > 1000, `${compared} compared`);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  let turn = 0;
  /** One input that fits, then each field wrong in a few of the ways, missing, and with a companion nobody asked for. */
  function casesOf(entry: ProcedureEntry): Case[] {
    if (once.has(entry.path)) return [];
    const schema = schemaOf(entry.meta.input);
    const sample = sampleOf(schema) as Record<string, unknown>;
    const cases: Case[] = [
      ...(entry.kind === "query" ? [{ entry, what: "as asked", input: sample }] : []),
      { entry, what: "unknown field", input: { ...sample, tenantId: site.sandbox.id } },
      { entry, what: "is_admin", input: { ...sample, is_admin: true, role: "owner", balance: "9" } },
      {
        entry,
        what: "__proto__ and constructor",
        input: { ...sample, ...(JSON.parse('{"__proto__":{"polluted":1},"constructor":"x"}') as object) },
      },
      ...wrongFields(entry, schema, sample),
    ];
    // What is asked a few times a minute only must not be refused for that.
    return entry.meta.callsPerMinute === undefined ? cases : cases.slice(0, 4);
  }

  function wrongFields(
    entry: ProcedureEntry,
    { properties = {}, required = [] }: Schema,
    sample: Record<string, unknown>,
  ): Case[] {
    return Object.keys(properties).flatMap((name) => {
      const { [name]: _, ...without } = sample;
      const missing = required.includes(name) ? [{ entry, what: `${name} missing`, input: without }] : [];
      const wrong = Array.from({ length: 5 }, () => {
        turn += 1;
        const value = wrongValues[turn % wrongValues.length];
        return {
          entry,
          what: `${name} = ${JSON.stringify(value).slice(0, 40)}`,
          input: { ...sample, [name]: value },
        };
      });
      return [...missing, ...wrong];
    });
  }
});

const addressOf = (count: number): string => `10.1.${(count >> 8) & 255}.${count & 255}`;
