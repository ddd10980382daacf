import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** A statement that took long. Its values are left out: they hold what people wrote. */
export interface SlowStatement {
  readonly text: string;
  /** From the sending to the answer. Statements that travelled ahead at the same connection are part of it. */
  readonly milliseconds: number;
}

/** From when on a statement is slow, and who is told of it. */
export interface SlowStatementWatch {
  readonly overMs: number;
  readonly tell: (statement: SlowStatement) => void;
}

interface Submittable {
  readonly text?: string;
  readonly submit?: unknown;
  callback?: (...answer: unknown[]) => unknown;
}

type Callback = (...answer: unknown[]) => unknown;

/** The driver's own way to send, whatever its types say of it. */
const driver = pg.Client.prototype as unknown as { query(...sent: unknown[]): unknown };

/** Has every statement of a connection timed, in whichever of the driver's three ways it is sent. */
export function watchStatements(
  connection: pg.ClientBase,
  { overMs, tell }: SlowStatementWatch,
  clock = () => performance.now(),
): void {
  connection.query = ((...sent: unknown[]): unknown => {
    const sentAt = clock();
    const first = sent[0] as string | Submittable;
    // The answer comes in the context of whatever woke the connection; the log is to name this statement's.
    const inContext = AsyncLocalStorage.snapshot();
    const answered = () => {
      const milliseconds = clock() - sentAt;
      if (milliseconds >= overMs)
        inContext(tell, { text: typeof first === "string" ? first : (first.text ?? ""), milliseconds });
    };
    const before =
      (callback: Callback): Callback =>
      (...answer) => {
        answered();
        return callback(...answer);
      };
    const last = sent.at(-1);
    const isSubmitted = typeof first === "object" && typeof first.submit === "function";
    if (typeof last === "function") sent[sent.length - 1] = before(last as Callback);
    else if (isSubmitted && first.callback) first.callback = before(first.callback);
    const result = driver.query.apply(connection, sent);
    if (result instanceof Promise) result.then(answered, answered);
    return result;
  }) as typeof connection.query;
}
