import { type Wording } from "./field-sentences.ts";

/** How a failure is answered: one HTTP status on every transport. */
export const statusOf = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  GONE: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  SERVICE_UNAVAILABLE: 503,
} as const;

export type ErrorKind = keyof typeof statusOf;

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** English sentence, safe to show, that says what is wrong and what to do. `{name}` placeholders are filled from the params. */
  readonly message: string;
}

type Placeholders<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The params a sentence needs, one per `{placeholder}`. */
export type ErrorParams<Message extends string = string> = Readonly<
  Record<Placeholders<Message>, string | number>
>;

/** One field that was refused: its path in the input and the reason. */
export interface FieldError {
  readonly path: readonly (string | number)[];
  /** In English; in other languages it stands in the module's `fieldSentences`, or in `wording`. */
  readonly message: string;
  readonly wording?: Wording;
}

/** A failure the caller can understand and act on. Anything else thrown is a bug and is answered as `request.internal`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params: Readonly<Record<string, string | number>>;
  /** The refused fields, for `request.invalid_input` only. */
  readonly fields: readonly FieldError[] | undefined;

  constructor(
    code: string,
    { kind, message }: ErrorDefinition,
    params: AppError["params"] = {},
    fields?: readonly FieldError[],
  ) {
    super(message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name])));
    this.code = code;
    this.kind = kind;
    this.params = params;
    this.fields = fields;
  }
}

/** Binds a table of failures: `throw failure("scheduling.slot_taken")` knows its codes and the params each sentence needs. */
export function failuresOf<const Table extends Record<string, ErrorDefinition>>(table: Table) {
  return <Code extends keyof Table & string>(
    code: Code,
    ...[params]: [Placeholders<Table[Code]["message"]>] extends [never]
      ? []
      : [params: ErrorParams<Table[Code]["message"]>]
  ) => new AppError(code, table[code]!, params);
}

/** What the platform itself refuses, before or around an operation. */
export const requestErrors = {
  "request.invalid_input": {
    kind: "BAD_REQUEST",
    message: "Some fields are not right. Correct the ones named and send it again.",
  },
  "request.invalid_json": {
    kind: "BAD_REQUEST",
    message: "The body is not valid JSON. Send one JSON object.",
  },
  "request.malformed": {
    kind: "BAD_REQUEST",
    message: "The request could not be read. Check its URL and headers.",
  },
  "request.tenant_required": {
    kind: "BAD_REQUEST",
    message:
      "No site was named. Send a publishable key, a secret key or an access token, or call under the site's own domain.",
  },
  "request.tenant_mismatch": {
    kind: "FORBIDDEN",
    message: "The key, the token and the domain belong to different sites. Send credentials of one site.",
  },
  "request.unauthenticated": {
    kind: "UNAUTHORIZED",
    message: "Sign in, or send a valid key, and try again.",
  },
  "request.key_invalid": {
    kind: "UNAUTHORIZED",
    message: "This key is unknown or was revoked. Copy a current one from the admin app.",
  },
  "request.token_expired": { kind: "UNAUTHORIZED", message: "The session has ended. Sign in again." },
  "request.forbidden": {
    kind: "FORBIDDEN",
    message: "You may not do this. Ask somebody with the right role.",
  },
  "request.origin_not_allowed": {
    kind: "FORBIDDEN",
    message: "This website is not on the site's list of allowed origins. Add it in the admin app.",
  },
  "request.not_found": { kind: "NOT_FOUND", message: "This does not exist, or you may not see it." },
  "request.method_not_allowed": {
    kind: "METHOD_NOT_ALLOWED",
    message: "This address does not answer that HTTP method. Use {allowed}.",
  },
  "request.too_large": {
    kind: "PAYLOAD_TOO_LARGE",
    message: "The body is larger than {limitKb} kB. Send less.",
  },
  "request.unsupported_media_type": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "Send the body as application/json.",
  },
  "request.rate_limited": {
    kind: "TOO_MANY_REQUESTS",
    message: "Too many requests. Try again in {seconds} seconds.",
  },
  "request.busy": { kind: "TOO_MANY_REQUESTS", message: "The site is very busy. Try again in a moment." },
  "request.conflict": {
    kind: "CONFLICT",
    message: "Somebody changed this at the same time. Reload and try again.",
  },
  "request.proof_required": {
    kind: "PRECONDITION_REQUIRED",
    message:
      "Solve {challenge} ({bits} bits), or {kind} for {siteKey} and {action}, and send it as Tessera-Proof.",
  },
  "request.idempotency_key_required": {
    kind: "BAD_REQUEST",
    message: "Send an Idempotency-Key header of 8 to 255 characters, so that a repeat is not done twice.",
  },
  "request.idempotency_key_reused": {
    kind: "CONFLICT",
    message: "This Idempotency-Key was used for another request. Send a new one.",
  },
  "request.in_progress": {
    kind: "CONFLICT",
    message: "The same request is still being worked on. Wait a moment and repeat it.",
  },
  "request.already_done": {
    kind: "CONFLICT",
    message: "This was already done. Its answer held a secret and is not shown twice.",
  },
  "request.tenant_suspended": { kind: "FORBIDDEN", message: "This site is suspended. Contact its owner." },
  "request.module_inactive": {
    kind: "PAYMENT_REQUIRED",
    message: "The module {module} is not active for this site. Activate it in the admin app.",
  },
  "request.unavailable": {
    kind: "SERVICE_UNAVAILABLE",
    message: "The service is not available at the moment. Try again shortly.",
  },
  "request.internal": {
    kind: "INTERNAL",
    message: "Something went wrong on our side. Try again, and quote the request id if it stays.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of the platform itself; a module's own reasons stand in its `errors.ts`. */
export const requestFailure = failuresOf(requestErrors);

/** The answer for a missing row and for a row of somebody else alike. */
export const notFound = () => requestFailure("request.not_found");

/** Refuses single fields of an input that its schema alone cannot judge. */
export const invalidFields = (...fields: readonly FieldError[]) =>
  new AppError("request.invalid_input", requestErrors["request.invalid_input"], {}, fields);
