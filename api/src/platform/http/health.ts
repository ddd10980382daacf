import { type Middleware } from "koa";
import { writeJson } from "./answer.ts";

/** The state of one thing the process depends on. */
export interface HealthCheck {
  readonly name: "database" | "migrations" | "relay" | "worker";
  /** Answers a short word for a person (`up`, `12 ms behind`); throws when it is not well. */
  readonly check: () => Promise<string>;
}

/** `/health/live` says the process answers; `/health` and `/health/ready` say whether it can do its work, part by part. */
export const health =
  (checks: readonly HealthCheck[], providers: () => Readonly<Record<string, string>>): Middleware =>
  async (ctx, next) => {
    if (ctx.path === "/health/live") return writeJson(ctx, 200, { status: "up" });
    if (ctx.path !== "/health" && ctx.path !== "/health/ready") return next();
    const parts = await Promise.all(
      checks.map(async ({ name, check }) => {
        const state = await check().then(
          (word) => ({ isWell: true, word }),
          () => ({ isWell: false, word: "down" }),
        );
        return { name, ...state };
      }),
    );
    const isWell = parts.every((part) => part.isWell);
    const words = Object.fromEntries(parts.map(({ name, word }) => [name, word]));
    writeJson(ctx, isWell ? 200 : 503, {
      status: isWell ? "up" : "down",
      db: words["database"],
      ...words,
      providers: providers(),
    });
  };
