import { constants } from "node:zlib";
import Router from "@koa/router";
import Koa from "koa";
import compress from "koa-compress";
import { type Env } from "./platform/env.ts";
import { type ErrorDefinition } from "./platform/errors.ts";
import { writeJson } from "./platform/http/answer.ts";
import { assets } from "./platform/http/assets.ts";
import { cors } from "./platform/http/cors.ts";
import { health, type HealthCheck } from "./platform/http/health.ts";
import { metricsRoute } from "./platform/http/metrics-route.ts";
import { factsOf, requestIdFor } from "./platform/http/request.ts";
import { restRoute } from "./platform/http/rest-route.ts";
import { failureBoundary, rpcRoute } from "./platform/http/rpc-route.ts";
import { onlyHttps, securityHeaders } from "./platform/http/security-headers.ts";
import { type HttpRoute } from "./platform/module.ts";
import { type StreamParts, streamRoute } from "./platform/stream/route.ts";
import { type Dispatcher } from "./platform/rpc/dispatcher.ts";
import { openApiDocument } from "./platform/rpc/openapi.ts";

/** What the HTTP side of a process is made of. */
export interface AppParts {
  readonly env: Pick<Env, "API_URL" | "TRUSTED_PROXIES" | "METRICS_TOKEN">;
  readonly dispatcher: Dispatcher;
  readonly errors: Readonly<Record<string, ErrorDefinition>>;
  /** The live stream; null for a process without one. */
  readonly stream: StreamParts | null;
  /** Routes outside the dispatcher: pay pages, inbound hooks, files. */
  readonly routes: readonly HttpRoute[];
  readonly isKnownOrigin: (origin: string) => Promise<boolean>;
  readonly healthChecks: readonly HealthCheck[];
  /** Which provider answers for each power, for `/health`. */
  readonly providers: () => Readonly<Record<string, string>>;
  readonly metrics: () => Promise<string>;
  /** The built widgets, served under `/widgets`; null when they are not built. */
  readonly widgetsFolder: string | null;
  /** Told of every bug that was masked, with its request id. */
  readonly reportBug: (bug: unknown, requestId: string) => void;
}

/** The Koa application: its middleware in order. */
export function createApp(parts: AppParts): Koa {
  const { env, dispatcher } = parts;
  const app = new Koa({ proxy: env.TRUSTED_PROXIES > 0, maxIpsCount: env.TRUSTED_PROXIES });
  // A client that leaves in the middle of an answer is no error of ours.
  app.on("error", (error: Error) => {
    if (!isClientGone(error)) parts.reportBug(error, "");
  });

  app.use(async (ctx, next) => {
    ctx.set("X-Request-Id", requestIdFor(ctx));
    await next();
  });
  const isHttps = env.API_URL?.startsWith("https://") ?? false;
  app.use(securityHeaders({ isHttps, ownHost: new URL(env.API_URL ?? "http://localhost").hostname }));
  if (isHttps && env.TRUSTED_PROXIES > 0) app.use(onlyHttps);
  // Before everything that reads a body on its way out: a compressed one is a stream.
  app.use(
    compress({
      // A page pays by the byte on a slow line; the fast levels cost the server less than the packets they save.
      threshold: 200,
      // Of answers of 300 to 900 bytes this leaves 8 % less than zstd does, in 50 to 100 us.
      zstd: false,
      br: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
      filter: (type) => /json|text|svg/.test(type) && !/event-stream/.test(type),
    }),
  );
  app.use(cors(parts.isKnownOrigin));
  app.use(failureBoundary((bug, ctx) => parts.reportBug(bug, factsOf(ctx).requestId)));
  app.use(health(parts.healthChecks, parts.providers));
  app.use(metricsRoute({ token: env.METRICS_TOKEN, trustedProxies: env.TRUSTED_PROXIES }, parts.metrics));
  if (parts.widgetsFolder !== null) app.use(assets("/widgets", parts.widgetsFolder));
  if (parts.stream) app.use(streamRoute(parts.stream));
  app.use(rpcRoute(dispatcher));
  app.use(moduleRoutes(parts.routes));

  let reference: object | undefined;
  app.use(async (ctx, next) => {
    if (ctx.path !== "/api/v1/openapi.json") return next();
    reference ??= openApiDocument(dispatcher.table, parts.errors, env.API_URL ?? ctx.origin);
    ctx.set("Cache-Control", "public, max-age=300");
    writeJson(ctx, 200, reference);
  });
  app.use(restRoute(dispatcher));
  return app;
}

function moduleRoutes(routes: readonly HttpRoute[]): Koa.Middleware {
  const router = new Router();
  for (const { method, path, handler } of routes) router.register(path, [method], handler);
  return router.routes() as unknown as Koa.Middleware;
}

// HPE_ stands before what Node's parser finds wrong with the bytes somebody sends; it has answered them 400.
const isClientGone = (error: Error): boolean =>
  "code" in error &&
  /^(ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE|ABORT_ERR|HPE_\w+)$/.test(String(error.code));
