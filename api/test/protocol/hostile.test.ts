import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { SignJWT, UnsecuredJWT } from "jose";
import { shortId } from "../../src/platform/ids.ts";
import { keyRing } from "../../src/platform/secrets.ts";
import { TestHouse, type TestSite } from "../house.ts";
import { internalText } from "./internal-text.ts";

const json = { "Content-Type": "application/json" };
const getSite = JSON.stringify({ path: "tenancy.getSite", input: {} });

describe("hostile requests", () => {
  let house: TestHouse;
  let site: TestSite;
  let admin: pg.Client;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site("Hostile site", { tenancy: { allowedOrigins: ["https://a.test"] } });
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** Sends bytes as they are; answers what came back until the server closed, or for so long. */
  async function send(bytes: string | Buffer, patience = 1500): Promise<string> {
    const socket = await open();
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
    socket.write(bytes);
    await Promise.race([once(socket, "close"), new Promise((resolve) => setTimeout(resolve, patience))]);
    socket.destroy();
    assert.doesNotMatch(heard, internalText);
    return heard;
  }

  async function open(): Promise<Socket> {
    const { hostname, port } = new URL(house.house.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    await once(socket, "connect");
    return socket;
  }

  const statusIn = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);

  async function post(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
    path = "/api/v1/rpc",
  ) {
    const answer = await fetch(house.house.url + path, {
      method: "POST",
      headers: { ...json, ...headers },
      body,
    });
    const text = await answer.text();
    assert.ok(answer.status < 500, `${answer.status} ${text}`);
    assert.doesNotMatch(text, internalText);
    return {
      status: answer.status,
      code: /"code":"([\w.]+)"/.exec(text)?.[1] ?? null,
      headers: answer.headers,
      text,
    };
  }

  describe("bodies", () => {
    it("415 forms, text, other encodings and gzip; 400 what is no JSON", async () => {
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "",
      ])
        assert.equal((await post(getSite, { ...site.visitor, "Content-Type": type })).status, 415, type);
      assert.equal(
        (await post(new Uint8Array(gzipSync(getSite)), { ...site.visitor, "Content-Encoding": "gzip" }))
          .status,
        415,
      );
      for (const body of [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        "{}",
        "[1]",
        "\u0000",
        "{'a':1}",
        '{"path":"tenancy.getSite"}x',
      ])
        assert.equal((await post(body, site.visitor)).status, 400, body);
      assert.equal((await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), site.visitor)).status, 400);
    });

    it("413 one byte over the limit, said or in chunks; the connection ends", async () => {
      const large = `{"path":"tenancy.getSite","input":"${"x".repeat(1024 * 1024)}"}`;
      assert.equal((await post(large, site.visitor)).status, 413);
      const chunk = "x".repeat(65_536);
      const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(17);
      const heard = await send(
        `POST /api/v1/rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
      );
      assert.equal(statusIn(heard), 413);
      assert.match(heard, /connection: close/i);
    });

    it("400 JSON nested ten thousand deep, wherever it stands", async () => {
      const nested = "[".repeat(10_000) + "]".repeat(10_000);
      const key = { "Idempotency-Key": "deep-deep-deep" };
      for (const path of ["tenancy.getSite", "people.saveAnswers", "identity.signUp"]) {
        for (const input of [nested, `{"answers":{"goal":${nested}},"isDraft":true}`]) {
          const { status } = await post(`{"path":"${path}","input":${input}}`, { ...site.visitor, ...key });
          assert.equal(status, 400, path);
        }
      }
    });

    it("200 duplicate keys and __proto__ touch nothing but their own call", async () => {
      await post('{"path":"tenancy.getSite","path":"tenancy.getSite","input":{}}', site.visitor);
      const { status } = await post(
        '{"path":"tenancy.getSite","input":{"__proto__":{"polluted":1}}}',
        site.visitor,
      );
      assert.ok([200, 400].includes(status));
      assert.equal((await post('{"path":"__proto__","input":{}}', site.visitor)).status, 404);
      assert.equal((await post('{"path":"constructor","input":{}}', site.visitor)).status, 404);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

    it("400 a batch of 200 calls and a batch that writes; 207 or 200 one of 20", async () => {
      const batch = (count: number, path = "tenancy.getSite") =>
        JSON.stringify(Array.from({ length: count }, () => ({ path, input: {} })));
      assert.equal((await post(batch(200), site.visitor)).status, 400);
      assert.equal((await post(batch(21), site.visitor)).status, 400);
      assert.equal((await post(batch(2, "people.saveAnswers"), site.visitor)).status, 400);
      assert.equal((await post(batch(20), site.visitor)).status, 200);
    });

    it("half-sent bodies hold no transaction, and neighbours are answered at once", async () => {
      const head = `POST /api/v1/rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTessera-Key: ${site.keys.publishableKey}\r\nContent-Length: 500\r\n\r\n{"path":`;
      const sockets = await Promise.all(Array.from({ length: 60 }, open));
      for (const socket of sockets) socket.write(head);
      const startedAt = performance.now();
      assert.equal((await post(getSite, site.visitor)).status, 200);
      assert.ok(performance.now() - startedAt < 2000);
      const { rows } = await admin.query<{ held: number }>(
        "select count(*)::int as held from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      assert.equal(rows[0]!.held, 0);
      for (const socket of sockets) socket.destroy();
      assert.equal((await post(getSite, site.visitor)).status, 200);
    });
  });

  describe("lines and headers", () => {
    const line = (text: string) => `${text}\r\n`;
    const whole = (...lines: string[]) => lines.map(line).join("") + "\r\n";

    it("400 two lengths, a length beside chunks, broken lines; 431 headers without end", async () => {
      const body = '{"path":"tenancy.getSite","input":{}}';
      const type = "Content-Type: application/json";
      const start = "POST /api/v1/rpc HTTP/1.1";
      const smuggled = [
        `${whole(start, "Host: a", type, "Content-Length: 5", `Content-Length: ${body.length}`)}${body}`,
        `${whole(start, "Host: a", type, `Content-Length: ${body.length}`, "Transfer-Encoding: chunked")}0\r\n\r\n`,
        `${whole(start, "Host: a", type, "Transfer-Encoding: chunked, identity")}0\r\n\r\n`,
        `${whole(start, "Host: a", type, "Transfer-Encoding : chunked")}0\r\n\r\n`,
        `${whole(start, "Host: a", "X-A: b\r\n folded", type, "Content-Length: -1")}${body}`,
        `${whole(start, "Host: a", "Host: b", type, `Content-Length: ${body.length}`)}${body}`,
        whole("GET /api/v1/tenancy/site"),
        whole("GET /api/v1/tenancy/site HTTP/9.9", "Host: a"),
        whole("GET /api/v1/tenancy/site HTTP/1.1"),
        "\u0016\u0003\u0001\u0002\u0000",
      ];
      for (const bytes of smuggled)
        assert.equal(statusIn(await send(bytes)), 400, JSON.stringify(bytes.slice(0, 120)));
      const long = whole(start, "Host: a", `X-Long: ${"x".repeat(20_000)}`);
      assert.equal(statusIn(await send(long)), 431);
    });

    it("never 500 for a bad host, an absolute or broken address", async () => {
      const key = site.keys.publishableKey;
      for (const host of ["[", "a b", "%%%", "a:99999999", "", "evil.example", "a/../b", "a@b", "::1"]) {
        for (const address of [
          "/api/v1/rpc",
          "/api/v1/rpc/tenancy.getSite?batch=1&input=%7B%7D",
          `/api/v1/tenancy/site?key=${key}`,
          "/api/v1/rpc/%ff",
          "/api/v1/rpc/%",
          "/api/v1/scheduling/bookings/%ff",
          "/api/v1/files/%ff/link",
          "/files/%ff",
          "/pictures/%ff/%ff/%ff",
          "/widgets/%ff",
          "/widgets/..%2f..%2f..%2fetc/passwd",
          "http://evil.example/api/v1/tenancy/site",
          "//evil.example/api/v1/tenancy/site",
          "/api/v1/rpc/tenancy.getSite?input=%",
          "/api/v1/stream?cursor=%ff",
          "*",
        ]) {
          const heard = await send(`GET ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
          assert.ok(
            statusIn(heard) < 500 && statusIn(heard) !== 0,
            `${host} ${address}: ${heard.slice(0, 400)}`,
          );
        }
      }
    });

    it("404 or 405 other methods, without any effect", async () => {
      for (const method of [
        "HEAD",
        "OPTIONS",
        "TRACE",
        "PUT",
        "DELETE",
        "PATCH",
        "PROPFIND",
        "CONNECT",
        "get",
      ]) {
        for (const address of ["/api/v1/rpc", "/api/v1/tenancy/site", "/api/v1/people/answers/save"]) {
          const status = statusIn(
            await send(`${method} ${address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
          );
          assert.ok([0, 400, 404, 405].includes(status), `${method} ${address}: ${status}`);
        }
      }
      const mutation = await fetch(`${house.house.url}/api/v1/rpc/people.saveAnswers?input={}`, {
        headers: site.visitor,
      });
      assert.equal(mutation.status, 405);
    });

    it("no answer repeats a header, and odd ones are only ignored", async () => {
      for (const headers of [
        { "X-Request-Id": "<script>alert(1)</script>" },
        { "Accept-Language": "x".repeat(3000) },
        { "Tessera-Locale": "../../etc" },
        { "X-Forwarded-For": "not an address, 1.2.3.4, ::::" },
        { "X-Forwarded-Host": "evil.example" },
        { "X-HTTP-Method-Override": "DELETE" },
        { "User-Agent": "' or 1=1 --" },
        { "Tessera-Visitor": "a.b.c" },
        { "Tessera-Proof": ":" },
        { "If-None-Match": "*" },
      ] as Record<string, string>[]) {
        const { status, text, headers: answered } = await post(getSite, { ...site.visitor, ...headers });
        assert.equal(status, 200, JSON.stringify(headers));
        assert.doesNotMatch(text + JSON.stringify([...answered]), /evil|script|passwd/);
      }
      const key = await post(
        JSON.stringify({ path: "people.saveAnswers", input: { answers: {}, isDraft: true } }),
        {
          ...site.visitor,
          "Idempotency-Key": "x".repeat(300),
        },
      );
      assert.equal(key.code, "request.idempotency_key_required");
    });
  });

  describe("origins", () => {
    it("403 and no leave to read for origins that only look allowed", async () => {
      for (const origin of [
        "https://a.test.evil.example",
        "https://evil-a.test",
        "http://a.test",
        "https://a.test:444",
        "https://A.test.",
        "null",
        "file://",
        "https://a.test@evil.example",
        "javascript:alert(1)",
      ]) {
        const { status, headers } = await post(getSite, { ...site.visitor, Origin: origin });
        assert.equal(status, 403, origin);
        assert.equal(headers.get("access-control-allow-origin"), null, origin);
      }
      const { status, headers } = await post(getSite, { ...site.visitor, Origin: "https://a.test" });
      assert.deepEqual([status, headers.get("access-control-allow-origin")], [200, "https://a.test"]);
      assert.equal(headers.get("access-control-allow-credentials"), null);
    });
  });

  describe("tokens", () => {
    const askMe = (headers: Record<string, string>) =>
      post(JSON.stringify({ path: "identity.getMe", input: {} }), headers);

    it("401 altered, foreign, early, late and unsigned tokens", async () => {
      const { headers, memberId } = await site.signIn("mia@hostile.example");
      const good = headers["Authorization"]!.slice("Bearer ".length);
      assert.equal((await askMe(headers)).status, 200);
      const [head = "", payload = "", signature = ""] = good.split(".");
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
      const ring = keyRing();
      const seconds = Math.floor(Date.now() / 1000);
      const signed = (
        changes: Record<string, unknown>,
        header: Record<string, unknown> = {},
        key: Uint8Array = ring.keyFor("access tokens")!,
      ) =>
        new SignJWT({ ...claims, ...changes })
          .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: ring.currentId, ...header })
          .sign(key);
      assert.equal(
        (await askMe({ ...site.visitor, Authorization: `Bearer ${await signed({})}` })).status,
        200,
      );
      const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const bad: Record<string, string> = {
        "alg none": new UnsecuredJWT(claims).encode(),
        "alg none with a signature": `${encoded({ alg: "none", typ: "at+jwt" })}.${payload}.${signature}`,
        "another payload": `${head}.${encoded({ ...claims, sub: shortId("01900000-0000-7000-8000-000000000000") })}.${signature}`,
        "no signature": `${head}.${payload}.`,
        "RS256 named over an HMAC": `${encoded({ alg: "RS256", typ: "at+jwt", kid: ring.currentId })}.${payload}.${signature}`,
        "HS256 with a guessable key": await signed(
          {},
          {},
          new TextEncoder().encode(site.keys.publishableKey.padEnd(32, "x")),
        ),
        "the key of another purpose": await signed({}, {}, ring.keyFor("visitor")!),
        "another kid": await signed({}, { kid: "k0" }),
        "a kid that is a path": await signed({}, { kid: "../../dev/null" }),
        "no kid": await signed({}, { kid: undefined }),
        "a key in its header": await signed(
          {},
          { jwk: { kty: "oct", k: "AAAA" }, jku: "https://evil.example/keys" },
          new Uint8Array(32),
        ),
        "another type": await signed({}, { typ: "JWT" }),
        "critical headers": await signed({}, { crit: ["exp"] }).catch(() => "a.b.c"),
        "another audience": await signed({ aud: "staff" }),
        "two audiences": await signed({ aud: ["member", "operator"] }),
        "the operators' audience": await signed({ aud: "operator" }),
        "another issuer": await signed({ iss: "evil" }),
        expired: await signed({ exp: seconds - 61 }),
        "issued in ten minutes": await signed({ iat: seconds + 600 }),
        "valid in ten minutes": await signed({ nbf: seconds + 600 }),
        "without an end": await signed({ exp: undefined }),
        "another session": await signed({ sid: shortId("01900000-0000-7000-8000-000000000000") }),
        "another version": await signed({ ver: 999 }),
        "a version that is text": await signed({ ver: "0" }),
        "another tenant": await signed({ tid: shortId(site.sandbox.id) }),
        "no tenant": await signed({ tid: undefined }),
        "a secret key's form": `sk_live_${"A".repeat(54)}`,
        "no token": "x",
        "a very long one": "x".repeat(8000),
      };
      for (const [what, token] of Object.entries(bad)) {
        const { status, text } = await askMe({ ...site.visitor, Authorization: `Bearer ${token}` });
        assert.ok(
          status === 401 || (status === 403 && what === "another tenant"),
          `${what}: ${status} ${text}`,
        );
      }
      const other = await askMe({ ...site.visitor, Authorization: `Basic ${good}` });
      assert.equal(other.status, 401);
      assert.ok(memberId);
    });

    it("401 or 404 keys and members that are not there", async () => {
      for (const key of [
        "pk_live_",
        "pk_live_x",
        `pk_live_${"A".repeat(54)}`,
        site.keys.secretKey,
        "' or 1=1",
      ])
        assert.equal((await post(getSite, { "Tessera-Key": key })).status, 401, key);
      for (const member of ["x", "' or 1=1", site.live.id, "01900000-0000-7000-8000-000000000000"])
        assert.equal((await askMe({ ...site.server, "Tessera-Acting-For": member })).status, 404, member);
      assert.equal(
        (await askMe({ ...site.visitor, Authorization: `Bearer ${site.sandboxKeys.secretKey}` })).status,
        403,
      );
    });
  });
});
