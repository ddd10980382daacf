import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { operation } from "../../api/src/platform/rpc/operation.ts";
import { procedure, router } from "../../api/src/platform/rpc/procedure.ts";
import { procedureTable } from "../../api/src/platform/rpc/table.ts";
import { contractOf, publicReadsOf } from "./contract.ts";
import { schemaOf, typeOf } from "./typescript.ts";

const printed = (schema: z.ZodType, io: "input" | "output" = "output") => typeOf(schemaOf(schema, io));

for (const [type, schema] of [
  ["string", z.string()],
  ["string", z.uuid()],
  ["number", z.int().min(1)],
  ["string | null", z.string().nullable()],
  ['"a" | "b"', z.enum(["a", "b"])],
  ['"a" | 1', z.union([z.literal("a"), z.literal(1)])],
  ["string[]", z.array(z.string())],
  ['("a" | "b")[]', z.array(z.enum(["a", "b"]))],
  ["(string | null)[]", z.array(z.string().nullable())],
  ["[number, number]", z.tuple([z.int(), z.int()])],
  ["Record<string, number>", z.record(z.string(), z.number())],
  ["Record<string, never>", z.strictObject({})],
  ["unknown", z.unknown()],
] as const) {
  test(type, () => assert.equal(printed(schema), type));
}

test("a field with a default may be left out of an input, and is there in an output", () => {
  const schema = z.object({ limit: z.int().default(20) });
  assert.equal(printed(schema, "input"), "{\n  limit?: number | undefined;\n}");
  assert.equal(printed(schema), "{\n  limit: number;\n}");
});

test("descriptions become doc sentences, nested objects are indented", () => {
  const schema = z.object({
    price: z.object({ amountMinor: z.int().describe("In minor units.") }).nullable(),
  });
  assert.equal(
    printed(schema),
    "{\n  price: {\n    /** In minor units. */\n    amountMinor: number;\n  } | null;\n}",
  );
});

const view = z.object({ id: z.uuid(), at: z.iso.datetime() }).meta({ id: "Booking" });
const named = (name: string) =>
  operation({
    summary: `Does ${name}.`,
    input: z.strictObject({ id: z.uuid() }),
    output: name === "list" ? z.object({ items: z.array(view) }) : view,
    run: () => assert.fail("Nothing runs here."),
  });
const visitor = procedure({ audience: "visitor", module: "core", publicSeconds: 5 });
const appRouter = router({
  one: router({ getBooking: visitor.query(named("get")), listBookings: visitor.query(named("list")) }),
  two: router({ getBooking: procedure({ audience: "member", module: "core" }).mutation(named("take")) }),
});
const procedures = [...procedureTable(appRouter).values()];
const contract = contractOf({
  procedures,
  errors: {
    "one.taken": { kind: "CONFLICT", message: "Taken by {name} for {minutes}, {name}." },
    "one.over": { kind: "GONE", message: "Over." },
  },
  webhooks: { "booking.confirmed": z.object({ bookingId: z.uuid() }) },
  live: {
    "booking.moved": z.object({ items: z.array(view) }),
    "booking.seen": z.object({ bookingId: z.uuid() }),
  },
  purposes: ["one.photo", "two.file"],
});

test("the contract names operations, shares views with an id, and keeps namesakes of two modules apart", () => {
  assert.match(contract, /export interface Booking \{/);
  assert.match(contract, /export type OneGetBookingOutput = Booking;/);
  assert.match(contract, /export interface ListBookingsOutput \{\n  items: Booking\[\];\n\}/);
  assert.match(
    contract,
    /\/\*\* Does take\. \*\/\n    getBooking: \{ kind: "mutation"; input: TwoGetBookingInput;/,
  );
});

test("failures have the params of their sentence, once each", () => {
  assert.match(contract, /"one\.taken": \{ name: string \| number; minutes: string \| number \};/);
  assert.match(contract, /"one\.over": Record<string, never>;/);
});

test("what is told of an event is typed, once for all events that tell the same", () => {
  assert.match(contract, /interface BookingTold \{\n {2}bookingId: string;\n\}/);
  assert.match(contract, /interface WebhookEvents \{\n {2}"booking\.confirmed": BookingTold;/);
  assert.match(
    contract,
    /interface LiveEvents \{\n {2}"booking\.moved": BookingMoved;\n {2}"booking\.seen": BookingTold;/,
  );
  assert.match(contract, /export type FilePurpose = "one\.photo" \| "two\.file";/);
});

test("public reads are listed with their address", () => {
  const reads = publicReadsOf(procedures);
  assert.match(
    reads,
    /"one\.getBooking": "\/one\/bookings\/\{id\}",\n  "one\.listBookings": "\/one\/bookings",/,
  );
  assert.doesNotMatch(reads, /two/);
});

test("the contract compiles, and a wrong use of it does not", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  writeFileSync(join(folder, "contract.ts"), contract);
  writeFileSync(
    join(folder, "use.ts"),
    `import { type Contract, type Failures } from "./contract.ts";
     export const good: Contract["one"]["getBooking"]["input"] = { id: "1" };
     // @ts-expect-error a number is no id
     export const bad: Contract["one"]["getBooking"]["input"] = { id: 1 };
     // @ts-expect-error there is no such failure
     export type Unknown = Failures["one.unknown"];`,
  );
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const options = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--allowImportingTsExtensions",
  ];
  const { stdout, status } = spawnSync("node", [tsc, ...options, join(folder, "use.ts")], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stdout);
});
