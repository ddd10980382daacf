import assert from "node:assert/strict";
import { after, test } from "node:test";
import Koa from "koa";
import supertest from "supertest";
import { closeServer, createPatientServer, listen } from "./server.ts";
import { type MetricsAccess, metricsRoute } from "./metrics-route.ts";

const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));

async function asked(access: MetricsAccess, headers: Record<string, string> = {}): Promise<string> {
  const app = new Koa({ proxy: access.trustedProxies > 0 });
  app.use(metricsRoute(access, async () => "tessera_up 1\n"));
  const server = createPatientServer(app.callback());
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  closing.push(() => closeServer(server));
  const { status, text } = await supertest(`http://127.0.0.1:${port}`).get("/metrics").set(headers);
  return `${status} ${text.trim()}`;
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const alone = { token: undefined, trustedProxies: 0 };
const guarded = { token: "a-long-random-token", trustedProxies: 0 };

test("200 a program on this machine, while no token is set", async () => {
  assert.equal(await asked(alone), "200 tessera_up 1");
});

for (const header of ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"]) {
  test(`404 what a proxy on this machine passes on, told by ${header}`, async () => {
    assert.equal(await asked(alone, { [header]: "127.0.0.1" }), "404 Not Found");
  });
}

test("404 without a token as soon as proxies stand in front", async () => {
  assert.equal(await asked({ ...alone, trustedProxies: 1 }), "404 Not Found");
});

test("200 the token, from wherever", async () => {
  assert.equal(await asked(guarded, bearer("a-long-random-token")), "200 tessera_up 1");
  const forwarded = { ...bearer("a-long-random-token"), "X-Forwarded-For": "203.0.113.9" };
  assert.equal(await asked({ ...guarded, trustedProxies: 1 }, forwarded), "200 tessera_up 1");
});

for (const headers of [
  {},
  bearer(""),
  bearer("a-long-random-tokem"),
  { Authorization: "a-long-random-token" },
]) {
  test(`404 with ${JSON.stringify(headers)} when a token is set, also on this machine`, async () => {
    assert.equal(await asked(guarded, headers), "404 Not Found");
  });
}
