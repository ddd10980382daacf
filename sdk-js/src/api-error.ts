import { type Failures } from "./contract.ts";

/** Why no answer of the API arrived. */
export interface NetworkFailures {
  /** The request did not reach the API, or its answer was lost. */
  "network.unreachable": Record<string, never>;
  /** No answer within the time limit. */
  "network.timeout": Record<string, never>;
}

/** Every failure a call can end with, and the parameters of its sentence. */
export type AllFailures = Failures & NetworkFailures;
export type ErrorCode = keyof AllFailures;

/** One field of the input that was refused. */
export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What an answer of the API said about its refusal. */
export interface ErrorAnswer {
  readonly message: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly requestId?: string;
  readonly fields?: readonly FieldError[];
}

/** A call that was refused or never answered. `code` is stable; `message` is an English sentence that may be shown. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Names the call in the API's logs; empty when no answer arrived. */
  readonly requestId: string;
  /** The refused fields, for `request.invalid_input`. */
  readonly fields: readonly FieldError[];
  /** The HTTP status; 0 when no answer arrived. */
  readonly status: number;
  /** Seconds after which a repeat may pass, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    { message, code, params = {}, requestId = "", fields = [] }: ErrorAnswer,
    retryAfter?: number,
  ) {
    super(message);
    this.status = status;
    // A newer API may know codes this contract does not: they are passed on, and shown by their message.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    this.code = code as ErrorCode;
    this.params = params;
    this.requestId = requestId;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  /** Whether the failure is the one named; its params are typed then. */
  is<Code extends ErrorCode>(code: Code): this is ApiError & { readonly params: AllFailures[Code] } {
    return (this.code as string) === code;
  }
}
