// One server of the API benchmark in a process of its own: `bare`, `bare-pg`, `house`, or `demo`, which works as well.
// Answers `usage` with its CPU time and `memory` with what it holds.
import { createServer } from "node:http";
import pg from "pg";
import { openHouse } from "../api/src/house.ts";
import { readEnv } from "../api/src/platform/env.ts";
import { createLog } from "../api/src/platform/log.ts";
import { type ApiServerStart, type FromServer, type ToServer } from "./api.ts";

const say = (message: FromServer) => process.send?.(message);

// Nobody is left to answer to when the benchmark ends.
process.on("disconnect", () => process.exit());
process.on("message", (message: ToServer) => {
  if (message === "usage") {
    const { user, system } = process.cpuUsage();
    say({ kind: "usage", microseconds: user + system });
  } else if (message === "memory") {
    say({ kind: "memory", bytes: process.memoryUsage().rss });
  } else {
    void start(message);
  }
});

async function start(asked: ApiServerStart): Promise<void> {
  if (asked.mode === "house" || asked.mode === "demo") {
    const env = readEnv({
      DATABASE_URL: asked.databaseUrl,
      TESSERA_SECRET: asked.secret,
      API_PORT: "0",
      PROOF_OF_WORK_BITS: "0",
      TRUSTED_PROXIES: "1",
    });
    const { url } = await openHouse({
      env,
      serves: true,
      works: asked.mode === "demo",
      log: createLog("critical"),
    });
    say({ kind: "ready", url });
    return;
  }
  const pool =
    asked.mode === "bare-pg" ? new pg.Pool({ connectionString: asked.databaseUrl, max: 10 }) : null;
  const body = JSON.stringify({ result: { data: { ok: true } } });
  const server = createServer((request, response) => {
    request.on("data", () => undefined);
    request.on("end", () => {
      const answer = (text: string) => {
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
        });
        response.end(text);
      };
      if (!pool) return answer(body);
      const read = {
        name: "read",
        text: "select * from profiles where tenant_id = $1 and member_id = $2",
        values: [asked.tenantId, asked.personId],
      };
      void pool
        .query(read)
        .then(({ rows }) => answer(JSON.stringify({ result: { data: rows[0] as unknown } })));
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object")
      say({ kind: "ready", url: `http://127.0.0.1:${address.port}` });
  });
}
