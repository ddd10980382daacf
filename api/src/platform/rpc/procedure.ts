import { initTRPC } from "@trpc/server";
import { type z } from "zod";
import { invalidFields } from "../errors.ts";
import { fieldErrorsOf, inHouseWords } from "../field-sentences.ts";
import { type Scope } from "../scope/scope.ts";
import { type Operation, type ThreePartOperation } from "./operation.ts";

/** Kinds of callers: see the glossary. A visitor's operation is open to members too, and to a server acting for one. */
export type Audience = "visitor" | "member" | "staff" | "server" | "operator";

/** Who may call a procedure and what it needs; checked before the input is parsed. */
export interface Access {
  readonly audience: Audience | readonly Audience[];
  /** The licensed module it belongs to; `core` is always active. */
  readonly module: string;
  /** Goes on with what is there already, such as a session that was bought: it needs no licence of the module, so that a lapse strands nobody. */
  readonly goesOn?: boolean;
  /** The permission a staff member needs, for procedures open to staff. */
  readonly permission?: string;
  /** Roles of which a member needs one; every member may when not given. */
  readonly memberRoles?: readonly string[];
  /** A role that waits for approval counts as well: the member prepares what is shown to nobody until then. */
  readonly applicantsToo?: boolean;
  /** The scope a secret key needs, for procedures open to servers; the permission's name when not given. */
  readonly scope?: string;
  /** The answer is the same for all visitors: a cacheable GET with the publishable key in the URL. Seconds it may be kept. */
  readonly publicSeconds?: number;
  /** Of a public read: it leaves out what is kept from a member, so that somebody signed in asks with their token, past caches. */
  readonly dependsOnMember?: true;
  /** Moves value: refused without an Idempotency-Key. */
  readonly movesValue?: boolean;
  /** The answer holds a secret: it is never stored for a repeat. */
  readonly answersSecret?: boolean;
  /** A stricter limit than the general one, per caller: calls per minute. */
  readonly callsPerMinute?: number;
  /** A first-time browser caller must bring a proof of work (see `platform/http/proof-of-work`). */
  readonly proofOfWork?: boolean;
  /** A page the API serves itself for a site, such as the one links out of mails open, may call it for nobody in particular. */
  readonly onOwnPages?: boolean;
  /** Callable without naming a tenant: operators and tenant sign-up only. */
  readonly tenantless?: boolean;
  /** Works for a suspended account or an unverified session too, such as signing out. */
  readonly allowsSuspended?: boolean;
  /** It will go; its answers say when, and the reference marks it. `docs/changelog.md` says what comes in its place. */
  readonly deprecation?: Deprecation;
}

/** When callers were told that a procedure goes, and when it does; both at the start of a UTC date such as `2027-06-30`. */
export interface Deprecation {
  readonly since: string;
  readonly sunset: string;
}

/** What the dispatcher and the generators know of a procedure. */
export interface ProcedureMeta extends Access {
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** What the dispatcher hands to a procedure: ways to run work for the caller's tenant. */
export interface Call {
  /** One read-write transaction, opened now that the body has been read and parsed. */
  transact<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
  /** The first transaction of a three-part operation. */
  begin<Prepared>(work: (scope: Scope) => Promise<Prepared>): Promise<Prepared>;
  /** The last transaction of a three-part operation; its result is the answer. */
  complete<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
  /** Reading without holding a transaction. */
  inspect<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
}

/** What a procedure is called with. */
export interface Called {
  readonly call: Call;
  /** As the caller sent it. Parsed by the procedure itself: as tRPC's input it would go through a middleware, for 5 us a call. */
  readonly input: unknown;
}

const t = initTRPC.context<Called>().meta<ProcedureMeta>().create();

export const { router } = t;

/** Turns an operation into a procedure: its input is parsed, it runs in one transaction, its answer is checked. */
export const procedure = (access: Access) => ({
  /** Only reads; its scope refuses writes. */
  query<Input extends z.ZodType, Output extends z.ZodType>({
    summary,
    input,
    output,
    run,
  }: Operation<Input, Output>) {
    return t.procedure.meta({ ...access, summary, input, output }).query(async ({ ctx }) => {
      const parsed = parseInput(input, ctx.input);
      return output.parse(await ctx.call.inspect((scope) => run(scope, parsed)));
    });
  },

  /** Writes, in one transaction. */
  mutation<Input extends z.ZodType, Output extends z.ZodType>({
    summary,
    input,
    output,
    run,
  }: Operation<Input, Output>) {
    return t.procedure.meta({ ...access, summary, input, output }).mutation(async ({ ctx }) => {
      const parsed = parseInput(input, ctx.input);
      return ctx.call.transact(async (scope) => output.parse(await run(scope, parsed)));
    });
  },

  /** Writes, waits for the outside without a transaction, writes again. */
  threePart<Input extends z.ZodType, Output extends z.ZodType, Prepared, Outcome>({
    summary,
    input,
    output,
    prepare,
    call,
    finish,
    deadlineMs = 10_000,
  }: ThreePartOperation<Input, Output, Prepared, Outcome>) {
    return t.procedure.meta({ ...access, summary, input, output }).mutation(async ({ ctx }) => {
      const parsed = parseInput(input, ctx.input);
      const prepared = await ctx.call.begin((scope) => prepare(scope, parsed));
      // The client's leaving must not abort a command already stored: only the deadline counts here.
      const outcome = await call(prepared, { signal: AbortSignal.timeout(deadlineMs) });
      return ctx.call.complete(async (scope) => output.parse(await finish(scope, prepared, outcome)));
    });
  },
});

/** The input a schema accepts; refuses with every field that is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value ?? {}, inHouseWords);
  if (result.success) return result.data;
  throw invalidFields(...result.error.issues.flatMap(fieldErrorsOf));
}
