import assert from "node:assert/strict";
import { test } from "node:test";
import { isAllowedOrigin, isLocalOrigin, isOrigin } from "./origins.ts";

test("origins are written as browsers send them", () => {
  const good = [
    "https://a.example",
    "https://a.example:8443",
    "http://localhost:3000",
    "http://[::1]:80".replace(":80", ""),
  ];
  const bad = [
    "http://a.example",
    "https://a.example/",
    "https://a.example/path",
    "https://A.example",
    "https://a.example:443",
    "https://*.a.example",
    "https://user@a.example",
    "a.example",
    "null",
    "",
    "javascript:alert(1)",
  ];
  for (const origin of good) assert.ok(isOrigin(origin), origin);
  for (const origin of bad) assert.ok(!isOrigin(origin), origin);
});

test("a developer's machine is local, a name that only looks like it is not", () => {
  const local = [
    "http://localhost",
    "https://localhost:5173",
    "http://shop.localhost:80",
    "http://127.0.0.1:4000",
    "http://[::1]:3000",
  ];
  const far = [
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.2",
    "https://evil.example/localhost",
  ];
  for (const origin of local) assert.ok(isLocalOrigin(origin), origin);
  for (const origin of far) assert.ok(!isLocalOrigin(origin), origin);
});

test("only listed origins are allowed, in a sandbox local ones too", () => {
  const live = { allowedOrigins: ["https://a.example"], isSandbox: false };
  assert.ok(isAllowedOrigin("https://a.example", live));
  for (const origin of [
    "https://a.example.evil",
    "https://evil-a.example",
    "null",
    "http://a.example",
    "http://localhost:3000",
  ]) {
    assert.ok(!isAllowedOrigin(origin, live), origin);
  }
  assert.ok(isAllowedOrigin("http://localhost:3000", { ...live, isSandbox: true }));
  assert.ok(!isAllowedOrigin("null", { ...live, isSandbox: true }));
});
