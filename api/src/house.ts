import { existsSync } from "node:fs";
import { type Server } from "node:http";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { modules } from "./modules.ts";
import { authenticator } from "./modules/identity/index.ts";
import {
  allowPrivateAddresses,
  connectedVideo,
  deliveryTarget,
  useClocks,
} from "./modules/integrations/index.ts";
import { admitToRoom } from "./modules/scheduling/index.ts";
import { mailPreviewRoutes } from "./modules/notifications/index.ts";
import { domainRoutes, previewRoutes, TenantDirectory } from "./modules/tenancy/index.ts";
import { useAdminAddress } from "./platform/admin-address.ts";
import { useAddresses } from "./platform/addresses.ts";
import { type Background, startBackground } from "./platform/background.ts";
import { Bugs } from "./platform/alerts/bugs.ts";
import { CallMinutes } from "./platform/alerts/call-minutes.ts";
import { assertTenantWall } from "./platform/db/lint.ts";
import { pendingMigrations } from "./platform/db/migrate.ts";
import { openRelayPool, openRuntimePool, poolStanding } from "./platform/db/pool.ts";
import { assertSafeRole, roleUrl } from "./platform/db/roles.ts";
import { type Env } from "./platform/env.ts";
import { type ErrorDefinition, requestErrors } from "./platform/errors.ts";
import { useTenantDoor } from "./platform/http/tenant-door.ts";
import { closeServer, createPatientServer, listen, type Listener } from "./platform/http/server.ts";
import { installModules } from "./platform/installed-modules.ts";
import { createLog, type Log } from "./platform/log.ts";
import { Metrics } from "./platform/metrics.ts";
import { aiMetrics, useAiMeter } from "./platform/providers/ai/meter.ts";
import { testGatewayRoutes } from "./platform/providers/payments/test-gateway/routes.ts";
import { useVideo } from "./platform/providers/video/for-tenant.ts";
import { searchStandIns } from "./platform/providers/search/for-tenant.ts";
import { roomRoutes } from "./platform/providers/video/room/routes.ts";
import { Bulkhead } from "./platform/rpc/bulkhead.ts";
import { Dispatcher } from "./platform/rpc/dispatcher.ts";
import { installProcedures } from "./platform/member-permissions.ts";
import { RateLimiter } from "./platform/rpc/limits.ts";
import { Scopes } from "./platform/scope/open.ts";
import { KeyRing, useKeyRing } from "./platform/secrets.ts";
import { Frames } from "./platform/stream/frames.ts";
import { frameTarget } from "./platform/stream/frame-target.ts";
import { StreamHub } from "./platform/stream/hub.ts";
import { listenForFrames } from "./platform/stream/listener.ts";
import { visitorDesk } from "./platform/visitors.ts";
import { callObserver, slowStatements } from "./observers.ts";
import { openProviders, type Providers } from "./providers.ts";
import { appRouter } from "./router.ts";

/** What a process is to be. */
export interface HouseOptions {
  readonly env: Env;
  /** Answers requests. */
  readonly serves: boolean;
  /** Runs the relay, jobs and timers. */
  readonly works: boolean;
  readonly log?: Log;
  /** Leaves the tenant wall to the policies alone; for the isolation tests. */
  readonly withoutPredicate?: boolean;
}

/** A running process. */
export interface House {
  /** Where browsers and vendors reach the API. */
  readonly url: string;
  readonly scopes: Scopes;
  readonly directory: TenantDirectory;
  readonly dispatcher: Dispatcher;
  readonly background: Background;
  readonly providers: Providers;
  /** Finishes what is under way, then closes everything. */
  close(): Promise<void>;
}

/** Every failure the API answers with: the platform's and each module's. */
const errors: Readonly<Record<string, ErrorDefinition>> = Object.assign(
  {},
  requestErrors,
  ...modules.map((module) => module.errors),
);

const widgetsFolder = join(import.meta.dirname, "../../widgets/dist");

/** Opens the house: refuses an unsafe database role or a hole in the tenant wall, then starts what was asked for. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { env, serves, works, withoutPredicate = false } = options;
  const log = options.log ?? createLog(env.LOG_LEVEL);
  useKeyRing(KeyRing.parse(env.TESSERA_SECRET));
  installModules(modules);
  const relayUrl = roleUrl(env.DATABASE_URL, "app_relay", env.TESSERA_SECRET);
  const runtimeUrl = roleUrl(env.DATABASE_URL, "app_rt", env.TESSERA_SECRET);
  await refuseUnsafeDatabase(runtimeUrl);

  const door = serves ? await openDoor(env) : null;
  const url = env.API_URL ?? door?.url ?? `http://${env.API_HOST}:${env.API_PORT}`;
  const metrics = new Metrics();
  metrics.watchProcess();
  const runtime = openRuntimePool(runtimeUrl, {
    size: env.POOL_SIZE,
    name: "tessera",
    ...(env.SLOW_STATEMENT_MS > 0 && { slow: slowStatements({ log, metrics }, env.SLOW_STATEMENT_MS) }),
  });
  metrics.gauge(
    "tessera_database_connections",
    "Connections for requests and jobs by what they do, and callers who wait for one.",
    () => Promise.resolve(poolStanding(runtime)),
    "state",
  );
  useAiMeter(aiMetrics(metrics, env.OPENAI_DOLLARS_PER_1K_TOKENS));
  const scopes = new Scopes(runtime, { withoutPredicate });
  const directory = new TenantDirectory(scopes);
  const providers = await openProviders(env, scopes, url);
  useAddresses({ apiUrl: url });
  const bugs = new Bugs();
  const calls = new CallMinutes();
  const background = startBackground({
    relayUrl,
    modules,
    scopes,
    loadTenant: (id) => directory.load(id),
    targets: [frameTarget(modules), deliveryTarget(modules)],
    log,
    metrics,
    bugs,
    calls,
    alertTargets: { webhookUrl: env.ALERT_WEBHOOK_URL ?? null, mailTo: env.ALERT_MAIL_TO ?? null },
    concurrency: 8,
    loneProgram: {
      path: join(import.meta.dirname, "lone-job.ts"),
      args: [],
      configuration: { ...env, API_URL: url } satisfies Env,
    },
    doesWork: works,
  });
  useAdminAddress(env.ADMIN_URL);
  useVideo({
    admit: admitToRoom,
    connections: connectedVideo,
    iceUrls: env.VIDEO_ICE_URLS.split(",").filter((url) => url !== ""),
    turnSecret: env.VIDEO_TURN_SECRET ?? null,
  });
  useClocks((tenantId, to, deadlineMs) => background.advanceClock(tenantId, to, deadlineMs));
  allowPrivateAddresses(env.WEBHOOK_ALLOW_CIDRS);
  const authenticate = authenticator(scopes, directory, new URL(url).origin);
  const limiter = new RateLimiter();
  useTenantDoor({ scopes, loadTenant: (id) => directory.load(id), authenticate, limiter });
  const dispatcher = new Dispatcher({
    router: appRouter,
    scopes,
    authenticate,
    visitors: visitorDesk(env.PROOF_OF_WORK_BITS),
    limiter,
    bulkhead: new Bulkhead({ atOnce: Math.max(2, Math.floor(env.POOL_SIZE * 0.4)) }),
    observe: callObserver({ log, metrics, calls, bugs }),
  });
  installProcedures(dispatcher.table);

  const streamPool = openRelayPool(relayUrl, { size: 2, name: "tessera stream" });
  streamPool.on("error", (error) => log.warn({ err: error }, "An idle connection of the stream broke."));
  const frames = new Frames({
    pool: streamPool,
    scopes,
    modules,
    loadTenant: (id) => directory.load(id),
    log,
  });
  const hub = new StreamHub(frames, log);
  const listener = serves ? listenForFrames(relayUrl, log, hub) : null;
  metrics.gauge(
    "tessera_search_stand_ins",
    "Searches since the start that the database answered because the engine did not.",
    searchStandIns,
  );
  metrics.gauge("tessera_streams", "Open live streams.", () => hub.size);

  const healthPool = openRelayPool(relayUrl, { size: 1, name: "tessera health" });
  healthPool.on("error", (error) => log.warn({ err: error }, "The health check's connection broke."));
  const app = createApp({
    env: { ...env, API_URL: url },
    dispatcher,
    errors,
    stream: { hub, frames, authenticate },
    routes: [
      ...modules.flatMap((module) => module.http),
      ...testGatewayRoutes(providers.testGateway),
      ...roomRoutes,
      ...domainRoutes(directory),
      ...previewRoutes(originOf(env.ADMIN_URL)),
      ...mailPreviewRoutes(originOf(env.ADMIN_URL)),
    ],
    isKnownOrigin: async (origin) => origin === originOf(env.ADMIN_URL) || directory.isKnownOrigin(origin),
    healthChecks: [
      { name: "database", check: async () => healthPool.query("select 1").then(() => "up") },
      {
        name: "migrations",
        check: async () => {
          const pending = await pendingMigrations(healthPool);
          if (pending.length > 0) throw new Error(`${pending.length} migrations are pending.`);
          return "up";
        },
      },
      ...background.checks,
    ],
    providers: providers.names,
    metrics: () => metrics.print(),
    widgetsFolder: existsSync(widgetsFolder) ? widgetsFolder : null,
    reportBug: (bug, requestId) => {
      log.error({ err: bug, requestId }, "A request failed with a bug.");
      bugs.note(bug, { place: "request", requestId });
    },
  });
  door?.admit(app.callback());

  return {
    url,
    scopes,
    directory,
    dispatcher,
    background,
    providers,
    async close() {
      await listener?.stop();
      await hub.stop();
      if (door) await closeServer(door.server);
      await background.stop();
      providers.stop();
      await Promise.all([healthPool.end(), streamPool.end()]);
      await runtime.destroy();
    },
  };
}

interface Door {
  readonly server: Server;
  readonly url: string;
  /** Lets requests in; until then they are told to come back. */
  admit(listener: Listener): void;
}

/** Takes the port first: what is behind it has to know the address it is reached by. */
async function openDoor({ API_PORT, API_HOST }: Env): Promise<Door> {
  let listener: Listener = (_request, response) => {
    response.writeHead(503, { "Retry-After": "1" }).end();
  };
  const server = createPatientServer((request, response) => listener(request, response));
  const port = await listen(server, { port: API_PORT, host: API_HOST });
  return {
    server,
    url: `http://${API_HOST}:${port}`,
    admit(admitted) {
      listener = admitted;
    },
  };
}

const originOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).origin);

async function refuseUnsafeDatabase(runtimeUrl: string): Promise<void> {
  const pool = openRelayPool(runtimeUrl, { size: 1, name: "tessera boot" });
  const client = await pool.connect();
  try {
    await assertSafeRole(client);
    await assertTenantWall(client);
  } finally {
    client.release();
    await pool.end();
  }
}
