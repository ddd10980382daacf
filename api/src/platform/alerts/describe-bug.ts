import { createHash } from "node:crypto";

/** What is kept of a failure nobody expected. */
export interface DescribedBug {
  /** The same for failures that are alike. */
  readonly fingerprint: string;
  readonly type: string;
  readonly message: string;
  /** The innermost places in our own code, outermost last. */
  readonly stack: string;
}

const FRAMES = 5;

/** Says what is wrong without what may be somebody's: numbers, quoted texts, addresses, ids and keys are left out. */
export function describeBug(place: string, bug: unknown): DescribedBug {
  const error =
    bug instanceof Error ? bug : new Error(typeof bug === "string" ? bug : "Something that is no error.");
  const inner = innermost(error);
  const code = "code" in inner && typeof inner.code === "string" ? ` ${inner.code}` : "";
  const type = `${inner.name}${code}`.slice(0, 100);
  const message = withoutValues(inner.message).slice(0, 300);
  const stack = ownFrames(inner.stack ?? "").join("\n");
  // Line numbers move with every change of a file; functions stay.
  const where = stack.replaceAll(/:\d+/g, "");
  const fingerprint = createHash("sha256")
    .update([place, type, message, where].join("\n"))
    .digest("base64url");
  return { fingerprint: fingerprint.slice(0, 22), type, message, stack };
}

/** The failure behind wrappers: tRPC and the query builder wrap what was thrown. */
function innermost(error: Error): Error {
  const { cause } = error;
  return cause instanceof Error ? innermost(cause) : error;
}

const withoutValues = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, "…")
    .replaceAll(/\S+@\S+/g, "…")
    .replaceAll(/\S*\d\S*/g, "…")
    .replaceAll(/[\w+/=-]{24,}/g, "…")
    .replaceAll(/\s+/g, " ")
    .trim();

function ownFrames(stack: string): string[] {
  return stack
    .split("\n")
    .map((line) =>
      /^\s+at (?:async )?(.*?)\(?(?:file:\/\/)?[^\s()]*?((?:api\/)?src\/[\w./-]+:\d+)(?::\d+)?\)?$/.exec(
        line,
      ),
    )
    .flatMap((match) => (match ? [`${(match[1] ?? "").trim()} ${match[2] ?? ""}`.trim()] : []))
    .slice(0, FRAMES);
}
