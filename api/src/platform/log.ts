import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

/** Whom a line is about; added to every line written while that work runs. */
export interface LogContext {
  readonly requestId?: string;
  readonly tenantId?: string;
  /** Kind and id of the caller. */
  readonly actor?: string;
  readonly procedure?: string;
}

/** How serious a line has to be to be written; `LOG_LEVEL`. */
export type LogLevel = "debug" | "info" | "warning" | "error" | "critical";

/** The process's log: `log.info({ fields }, "sentence")`, and `debug`, `warn`, `error`, `fatal` alike. */
export type Log = pino.Logger;

/** pino's level under each of our names, and the name each of its labels is printed by. */
const levels = { debug: "debug", info: "info", warning: "warn", error: "error", critical: "fatal" } as const;
const printed: Readonly<Record<string, string>> = {
  trace: "DEBUG",
  debug: "DEBUG",
  info: "INFO",
  warn: "WARNING",
  error: "ERROR",
  fatal: "CRITICAL",
};

/** Fields that hold a secret or what people wrote, wherever they stand in a line. */
const hidden = new Set(
  [
    ["password", "secret", "token", "accessToken", "refreshToken", "idToken", "apiKey", "privateKey"],
    ["authorization", "cookie", "set-cookie", "tessera-key", "tessera-visitor", "otp", "signature"],
    ["body", "rawBody", "text", "html", "message_body", "input", "payload", "fact", "email"],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

const DEEPEST = 5;

const current = new AsyncLocalStorage<LogContext>();

/** Opens the log: one JSON object a line, on standard output unless told, without secrets, tokens and bodies. */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level: levels[level],
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    messageKey: "message",
    formatters: {
      level: (label) => ({ level: printed[label] ?? label }),
      log: (fields) => withoutSecrets(fields, 0) as Record<string, unknown>,
    },
    // Errors were already described by the formatter.
    serializers: { err: (value: unknown) => value },
    mixin: () => current.getStore() ?? {},
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Runs work whose lines carry these fields, beside those of the work around it. */
export const withLogContext = <Result>(context: LogContext, work: () => Result): Result =>
  current.run({ ...current.getStore(), ...context }, work);

function withoutSecrets(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describe(value, depth);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth === DEEPEST) return "[deep]";
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      hidden.has(name.toLowerCase()) ? "[hidden]" : withoutSecrets(part, depth + 1),
    ]),
  );
}

/** Type, sentence, code and stack. The database's `detail` and `where` stay out: they quote the row. */
function describe(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : undefined;
  const constraint = "constraint" in error ? error.constraint : undefined;
  return {
    type: name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack,
    ...(cause === undefined || depth === DEEPEST ? {} : { cause: withoutSecrets(cause, depth + 1) }),
  };
}
