import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { AppError, type ErrorKind, type FieldError, requestFailure, statusOf } from "../errors.ts";
import { fieldsIn, languageOf } from "../field-sentences.ts";
import { type RequestFacts } from "../scope/scope.ts";

/** The one shape of every refusal, on every transport. */
export interface ErrorBody {
  readonly message: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly requestId: string;
  readonly fields?: readonly Pick<FieldError, "path" | "message">[];
}

/** A refusal ready to be sent: its HTTP status, its body, and the bug behind it for the log, if it was one. */
export interface FailureAnswer {
  readonly status: number;
  readonly body: ErrorBody;
  readonly bug: unknown;
}

/** What an answer must know of its request. */
type Asked = Pick<RequestFacts, "requestId" | "locale">;

/** The only way from something thrown to an answer. What is not an expected failure is masked. */
export function answerFailure(thrown: unknown, { requestId, locale }: Asked): FailureAnswer {
  const expected = expectedFailure(thrown);
  const failure = expected ?? requestFailure("request.internal");
  return {
    status: statusOf[failure.kind],
    body: {
      message: failure.message,
      code: failure.code,
      params: failure.params,
      requestId,
      ...(failure.fields && { fields: fieldsIn(languageOf(locale), failure.fields) }),
    },
    bug: expected ? null : thrown,
  };
}

function expectedFailure(thrown: unknown): AppError | null {
  const cause = thrown instanceof TRPCError && thrown.cause ? thrown.cause : thrown;
  if (cause instanceof AppError) return cause;
  const state = sqlStateOf(cause);
  return state === null ? null : failureOfSqlState(state);
}

/** The five characters PostgreSQL names its errors by, also behind Objection's and Knex's wrappers. */
export function sqlStateOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  if ("nativeError" in thrown) return sqlStateOf(thrown.nativeError);
  if (thrown.name === "KnexTimeoutError") return "53300";
  return "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;
}

// https://www.postgresql.org/docs/18/errcodes-appendix.html; what is missing here is a bug and is masked.
function failureOfSqlState(state: string): AppError | null {
  switch (state) {
    case "23505": // unique_violation
    case "23P01": // exclusion_violation
      return requestFailure("request.conflict");
    // Too many wanted the same row at once and this one gave way: nothing has happened, and a repeat may well succeed.
    case "40001": // serialization_failure
    case "40P01": // deadlock_detected
    case "55P03": // lock_not_available
      return requestFailure("request.busy");
    case "23503": // foreign_key_violation: the row pointed at is missing or another tenant's
      return requestFailure("request.not_found");
    case "22021": // character_not_in_repertoire: NUL in a text
    case "22P05": // untranslatable_character
      return requestFailure("request.malformed");
    case "53300": // too_many_connections
    case "57014": // query_canceled: the statement took too long
    case "57P01": // admin_shutdown
    case "57P02": // crash_shutdown
    case "57P03": // cannot_connect_now
    case "08001":
    case "08006":
    case "ECONNREFUSED":
    case "ECONNRESET":
      return requestFailure("request.unavailable");
    default:
      return null;
  }
}

const requestIdShape = /^[\w.:-]{8,100}$/;

/** The caller's request id when it is a sensible one, else a new one. */
export const requestIdOf = (sent: string | undefined): string =>
  sent !== undefined && requestIdShape.test(sent) ? sent : randomUUID();

/** The JSON-RPC number tRPC clients expect beside the status. */
export const trpcCodeOf: Readonly<Record<ErrorKind, number>> = {
  BAD_REQUEST: -32600,
  UNAUTHORIZED: -32001,
  PAYMENT_REQUIRED: -32002,
  FORBIDDEN: -32003,
  NOT_FOUND: -32004,
  METHOD_NOT_ALLOWED: -32005,
  CONFLICT: -32009,
  GONE: -32009,
  PAYLOAD_TOO_LARGE: -32013,
  UNSUPPORTED_MEDIA_TYPE: -32015,
  PRECONDITION_REQUIRED: -32028,
  TOO_MANY_REQUESTS: -32029,
  INTERNAL: -32603,
  SERVICE_UNAVAILABLE: -32603,
};
