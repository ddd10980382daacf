// One server of the fan-out benchmark in a process of its own: our stream, or tRPC's subscriptions.
import { EventEmitter, on } from "node:events";
import { createServer, type Server } from "node:http";
import { initTRPC, tracked } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import Koa from "koa";
import { z } from "zod";
import { authenticator } from "../api/src/modules/identity/index.ts";
import { TenantDirectory } from "../api/src/modules/tenancy/index.ts";
import { openRelayPool, openRuntimePool } from "../api/src/platform/db/pool.ts";
import { roleUrl } from "../api/src/platform/db/roles.ts";
import { createLog } from "../api/src/platform/log.ts";
import { Scopes } from "../api/src/platform/scope/open.ts";
import { KeyRing, useKeyRing } from "../api/src/platform/secrets.ts";
import { Frames } from "../api/src/platform/stream/frames.ts";
import { StreamHub } from "../api/src/platform/stream/hub.ts";
import { listenForFrames } from "../api/src/platform/stream/listener.ts";
import { streamRoute } from "../api/src/platform/stream/route.ts";
import { type FromStreamServer, type Said, type ToStreamServer } from "./fan-out.ts";
import { saidEvent } from "./fan-out-event.ts";

const say = (message: FromStreamServer) => process.send?.(message);
const said = new EventEmitter().setMaxListeners(0);

// Nobody is left to answer to when the benchmark ends.
process.on("disconnect", () => process.exit());
process.on("message", (message: ToStreamServer) => {
  if (message.kind === "usage") {
    const { user, system } = process.cpuUsage();
    say({ kind: "usage", microseconds: user + system, bytes: process.memoryUsage().rss });
  } else if (message.kind === "say") {
    said.emit("said", message.said);
  } else {
    const server = message.mode === "ours" ? ours(message.databaseUrl, message.secret) : theirs();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address && typeof address === "object")
        say({ kind: "ready", url: `http://127.0.0.1:${address.port}` });
    });
  }
});

/** The product's route, hub and authority, for one event that nothing else of the house announces. */
function ours(databaseUrl: string, secret: string): Server {
  useKeyRing(KeyRing.parse(secret));
  const log = createLog("warning");
  const relayUrl = roleUrl(databaseUrl, "app_relay", secret);
  const runtime = openRuntimePool(roleUrl(databaseUrl, "app_rt", secret), { size: 10, name: "fan-out" });
  const scopes = new Scopes(runtime);
  const directory = new TenantDirectory(scopes);
  const frames = new Frames({
    pool: openRelayPool(relayUrl, { size: 2, name: "fan-out stream" }),
    scopes,
    modules: [saidEvent([])],
    loadTenant: (id) => directory.load(id),
    log,
  });
  const hub = new StreamHub(frames, log);
  listenForFrames(relayUrl, log, hub);
  const app = new Koa();
  app.use(streamRoute({ hub, frames, authenticate: authenticator(scopes, directory, "http://127.0.0.1") }));
  const answer = app.callback();
  return createServer((request, response) => void answer(request, response));
}

/** tRPC's own way: a subscription over server-sent events by its standalone adapter, with ids to come back by. */
function theirs(): Server {
  const t = initTRPC.create();
  const router = t.router({
    said: t.procedure.input(z.object({ lastEventId: z.string().nullish() })).subscription(async function* ({
      signal,
    }) {
      for await (const [event] of on(said, "said", { signal: signal! })) {
        const { id, ...data } = event as Said;
        yield tracked(id, data);
      }
    }),
  });
  return createServer(createHTTPHandler({ router }));
}
