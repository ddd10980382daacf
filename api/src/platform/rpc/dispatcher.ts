import { type AnyTRPCRouter } from "@trpc/server";
import { businessTime, wallClock } from "../clock.ts";
import { requestFailure } from "../errors.ts";
import { newId } from "../ids.ts";
import { withLogContext } from "../log.ts";
import { type Actor, actorId } from "../scope/actor.ts";
import { type Scopes } from "../scope/open.ts";
import { type RequestFacts } from "../scope/scope.ts";
import { type Tenant } from "../scope/tenant.ts";
import { admit } from "./admission.ts";
import { answerFailure, type FailureAnswer } from "./answer.ts";
import { type Bulkhead } from "./bulkhead.ts";
import { type Authenticate, type Caller, type Credentials } from "./caller.ts";
import { DispatchedCall } from "./dispatched-call.ts";
import { inputHash, type IdempotentUse, isKey, Replay } from "./idempotency.ts";
import { type LimitDecision, type RateLimiter } from "./limits.ts";
import { type Deprecation } from "./procedure.ts";
import { type ProcedureEntry, procedureTable } from "./table.ts";

/** One call as a transport read it: nothing of HTTP is left in it. */
export interface CallRequest {
  readonly entry: ProcedureEntry;
  readonly input: unknown;
  readonly credentials: Credentials;
  readonly facts: RequestFacts;
  readonly idempotencyKey: string | null;
  /** The solution of a proof of work, `challenge:nonce`, or a captcha's token, `vendor:token`. */
  readonly proof: string | null;
}

/** The answer to a call, for the transport to write. */
export interface CallAnswer {
  readonly result: { readonly data: unknown } | { readonly failure: FailureAnswer };
  readonly caller: Caller | null;
  /** The tenant's business time, for the `Tessera-Now` header. */
  readonly now: Date;
  readonly limit: LimitDecision | null;
  /** A visitor token issued by this call. */
  readonly visitorToken: string | null;
  readonly isReplay: boolean;
  /** Set when the procedure will go. */
  readonly deprecation: Deprecation | null;
}

/** Somebody who makes a first change. */
export interface NewVisitor {
  readonly visitorId: string;
  /** The procedure's path. */
  readonly procedure: string;
  /** The page's origin, null when no browser sent it. */
  readonly origin: string | null;
}

/** Issues and checks what a first-time visitor needs. */
export interface VisitorDesk {
  /** The visitor behind the secret a page made up before its first change; null when it sent none. */
  idOf(tenant: Tenant, sent: string | null): string | null;
  issue(tenant: Tenant, visitorId: string): string;
  /** Throws `request.proof_required` unless the proof lets the visitor do what the procedure does; it is no other visitor's. */
  checkProof(tenant: Tenant, newcomer: NewVisitor, proof: string | null): Promise<void>;
}

/** What the dispatcher works with. */
export interface DispatcherParts {
  readonly router: AnyTRPCRouter;
  readonly scopes: Scopes;
  readonly authenticate: Authenticate;
  readonly visitors: VisitorDesk;
  readonly limiter: RateLimiter;
  readonly bulkhead: Bulkhead;
  /** Told of every call for logs and metrics, with the bug behind a masked answer. */
  readonly observe: (call: ObservedCall) => void;
}

/** A finished call as logs and metrics see it: never the input or the answer. */
export interface ObservedCall {
  readonly procedure: string;
  readonly status: number;
  readonly code: string | null;
  readonly milliseconds: number;
  readonly tenantId: string | null;
  readonly actor: Actor | null;
  readonly facts: RequestFacts;
  readonly bug: unknown;
}

// A reader without a visitor id reads as nobody in particular: no row belongs to this id.
const nobody: Actor = { kind: "visitor", visitorId: "00000000-0000-8000-8000-000000000000" };

/** The one way in for every call, whatever the transport: find out who calls, admit, limit, run, answer. */
export class Dispatcher {
  readonly table: ReadonlyMap<string, ProcedureEntry>;
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.table = procedureTable(parts.router);
  }

  /** Answers one call. Never throws: a bug becomes the masked answer and goes to `observe`. */
  async dispatch(request: CallRequest): Promise<CallAnswer> {
    const startedAt = performance.now();
    const progress: Progress = {
      caller: null,
      actor: null,
      limit: null,
      visitorToken: null,
      now: wallClock(),
      isReplay: false,
    };
    const result = await this.#run(request, progress).then(
      (data) => ({ data }),
      (thrown: unknown) => ({ failure: answerFailure(thrown, request.facts) }),
    );
    const failure = "failure" in result ? result.failure : null;
    this.#parts.observe({
      procedure: request.entry.path,
      status: failure?.status ?? 200,
      code: failure?.body.code ?? null,
      milliseconds: performance.now() - startedAt,
      tenantId: progress.caller?.tenant?.id ?? null,
      actor: progress.actor,
      facts: request.facts,
      bug: failure?.bug ?? null,
    });
    return { result, ...progress, deprecation: request.entry.meta.deprecation ?? null };
  }

  async #run(request: CallRequest, progress: Progress): Promise<unknown> {
    const { entry, credentials, facts } = request;
    const caller = (progress.caller = await this.#parts.authenticate(credentials));
    if (caller.tenant) progress.now = businessTime(caller.tenant);
    progress.actor = caller.actor;
    this.#limit(entry, caller, facts, progress);
    const refusal = admit(entry.meta, caller);
    if (refusal) throw refusal;
    const actor = (progress.actor = caller.actor ?? (await this.#newVisitor(request, caller, progress)));
    const call = new DispatchedCall({
      scopes: this.#parts.scopes,
      bulkhead: this.#parts.bulkhead,
      tenant: caller.tenant,
      actor,
      now: progress.now,
      facts,
      use: entry.kind === "mutation" ? idempotentUse(request, actor) : null,
    });
    try {
      const context = {
        requestId: facts.requestId,
        procedure: entry.path,
        actor: `${actor.kind}:${actorId(actor)}`,
        ...(caller.tenant && { tenantId: caller.tenant.id }),
      };
      return await withLogContext(context, () => entry.invoke(call, request.input));
    } catch (thrown) {
      const replay = replayIn(thrown);
      if (!replay) {
        await call.abandon();
        throw thrown;
      }
      progress.isReplay = true;
      return replay.answer;
    }
  }

  #limit(entry: ProcedureEntry, caller: Caller, facts: RequestFacts, progress: Progress): void {
    const who = caller.actor
      ? `${caller.actor.kind}:${actorId(caller.actor)}`
      : `ip:${caller.keyId}:${facts.ip}`;
    // A secret key has one allowance, whoever it acts for, and takes nothing from theirs.
    const whose = caller.via === "secret" ? `key:${caller.keyId}` : who;
    const now = performance.now();
    const general = this.#parts.limiter.take(whose, caller.requestsPerMinute, now);
    progress.limit = general;
    if (!general.isAllowed) throw requestFailure("request.rate_limited", { seconds: general.seconds });
    if (entry.meta.callsPerMinute === undefined) return;
    const strict = this.#parts.limiter.take(`${who}:${entry.path}`, entry.meta.callsPerMinute, now);
    if (strict.remaining < general.remaining) progress.limit = strict;
    if (!strict.isAllowed) throw requestFailure("request.rate_limited", { seconds: strict.seconds });
  }

  async #newVisitor(
    { entry, proof, credentials, facts }: CallRequest,
    { tenant }: Caller,
    progress: Progress,
  ): Promise<Actor> {
    if (!tenant || entry.meta.tenantless) return nobody;
    const { visitors } = this.#parts;
    const known = visitors.idOf(tenant, credentials.visitorToken);
    if (entry.kind === "query") return known === null ? nobody : { kind: "visitor", visitorId: known };
    const visitorId = known ?? newId(wallClock());
    if (entry.meta.proofOfWork) {
      const newcomer = { visitorId, procedure: entry.path, origin: facts.origin };
      await visitors.checkProof(tenant, newcomer, proof);
    }
    progress.visitorToken = visitors.issue(tenant, visitorId);
    return { kind: "visitor", visitorId };
  }
}

interface Progress {
  caller: Caller | null;
  actor: Actor | null;
  limit: LimitDecision | null;
  visitorToken: string | null;
  now: Date;
  isReplay: boolean;
}

function idempotentUse({ entry, input, idempotencyKey }: CallRequest, actor: Actor): IdempotentUse | null {
  if (!isKey(idempotencyKey)) {
    if (entry.meta.movesValue || idempotencyKey !== null)
      throw requestFailure("request.idempotency_key_required");
    return null;
  }
  return {
    actorKey: `${actor.kind}:${actorId(actor)}`,
    procedure: entry.path,
    key: idempotencyKey,
    inputHash: inputHash(input),
    answersSecret: entry.meta.answersSecret ?? false,
  };
}

function replayIn(thrown: unknown): Replay | null {
  if (thrown instanceof Replay) return thrown;
  return thrown instanceof Error && thrown.cause instanceof Replay ? thrown.cause : null;
}
