import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createLog, type Log, type LogLevel, withLogContext } from "./log.ts";

const lines = (level: LogLevel, write: (log: Log) => void): Record<string, unknown>[] => {
  const written: string[] = [];
  write(createLog(level, { write: (line) => void written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe("the log", () => {
  it("levels have their names, and those below the chosen one are not written", () => {
    const written = lines("info", (log) => {
      log.debug("a");
      log.info("b");
      log.warn("c");
      log.error("d");
      log.fatal("e");
    });
    assert.deepEqual(
      written.map(({ level, message }) => `${String(level)} ${String(message)}`),
      ["INFO b", "WARNING c", "ERROR d", "CRITICAL e"],
    );
    assert.ok(written.every(({ time }) => !Number.isNaN(Date.parse(String(time)))));
  });

  it("lines carry what they are about, also after waiting, and one request's never another's", async () => {
    const written: Record<string, unknown>[] = [];
    const log = createLog("info", {
      write: (line) => void written.push(JSON.parse(line) as Record<string, unknown>),
    });
    const request = (requestId: string, ms: number) =>
      withLogContext({ requestId, tenantId: "t1" }, async () => {
        await sleep(ms);
        withLogContext({ procedure: "things.getThing" }, () => log.info("done"));
      });
    await Promise.all([request("r1", 20), request("r2", 5)]);
    log.info("outside");
    assert.deepEqual(
      written.map(({ requestId, tenantId, procedure }) => [requestId, tenantId, procedure]),
      [
        ["r2", "t1", "things.getThing"],
        ["r1", "t1", "things.getThing"],
        [undefined, undefined, undefined],
      ],
    );
  });

  it("secrets, tokens, bodies and addresses are hidden at any depth", () => {
    const secret = "hunter2";
    const written = lines("info", (log) =>
      log.info(
        {
          password: secret,
          headers: { Authorization: `Bearer ${secret}`, "set-cookie": secret, accept: "*/*" },
          calls: [{ input: { text: secret }, procedure: "messaging.sendMessage" }],
          member: { email: `${secret}@example.org`, session: { refreshToken: secret } },
        },
        "Shown",
      ),
    );
    const text = JSON.stringify(written);
    assert.ok(!text.includes(secret), text);
    assert.ok(text.includes("messaging.sendMessage") && text.includes("*/*"));
  });

  it("an error is told by its type, sentence and stack, without the row the database quotes", () => {
    const refusal = Object.assign(new Error("duplicate key value violates unique constraint"), {
      code: "23505",
      constraint: "members_email_key",
      detail: "Key (email)=(ada@example.org) already exists.",
      where: "ada@example.org",
    });
    const [line] = lines("info", (log) =>
      log.error({ err: new Error("Not stored.", { cause: refusal }) }, "Failed"),
    );
    const text = JSON.stringify(line);
    assert.ok(!text.includes("ada@example.org"), text);
    assert.ok(text.includes("members_email_key") && text.includes("Not stored.") && text.includes("23505"));
  });
});
