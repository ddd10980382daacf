import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { ConfigurationError, readEnv, settingNames } from "./env.ts";

const good = {
  DATABASE_URL: "postgres://tessera:secret@127.0.0.1:5432/tessera",
  TESSERA_SECRET: `k1:${Buffer.alloc(32).toString("base64")}`,
};
const root = join(import.meta.dirname, "../../..");

const complaintOf = (variables: Record<string, string>): string => {
  try {
    readEnv(variables);
  } catch (failure) {
    if (failure instanceof ConfigurationError) return failure.message;
    throw failure;
  }
  return "";
};

describe("the configuration", () => {
  const folder = mkdtempSync(join(tmpdir(), "tessera-env-"));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("needs a database and a secret alone; an empty value is none", () => {
    const env = readEnv({ ...good, API_PORT: "", SMTP_URL: "" });
    assert.deepEqual([env.API_PORT, env.POOL_SIZE, env.SMTP_URL], [4000, 20, undefined]);
  });

  for (const [name, value, sentence] of [
    ["DATABASE_URL", "mysql://x", "DATABASE_URL must start with postgres://."],
    ["TESSERA_SECRET", "short", "TESSERA_SECRET must be `id:base64` keys of 32 bytes, separated by commas."],
    ["API_PORT", "many", "API_PORT must be a port number from 0 to 65535."],
    ["API_PORT", "70000", "API_PORT must be a port number from 0 to 65535."],
    ["API_PORT", "4000.5", "API_PORT must be a port number from 0 to 65535."],
    ["API_URL", "api.example.com", "API_URL must be a whole URL such as https://api.example.com."],
    ["POOL_SIZE", "1", "POOL_SIZE must be a number of connections from 2 to 200."],
    ["TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be how many proxies stand in front, from 0 to 10."],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be debug, info, warning, error or critical."],
    ["METRICS_TOKEN", "short", "METRICS_TOKEN must have 16 to 500 characters."],
    ["TEST_GATEWAY", "yes", "TEST_GATEWAY must be true or false."],
    ["FILE_QUOTA_MB", "0", "FILE_QUOTA_MB must be a number of megabytes from 1 to 10,000,000."],
    ["S3_REGION", "x".repeat(101), "S3_REGION must have at most 100 characters."],
    [
      "CAPTCHA_SITE_KEY",
      "1x",
      "CAPTCHA_SITE_KEY and CAPTCHA_SECRET_KEY belong together: set both or neither.",
    ],
  ] as const)
    it(`says in one sentence what is wrong with ${name}=${value.slice(0, 20)}`, () =>
      assert.equal(complaintOf({ ...good, [name]: value }), sentence));

  it("says everything that is wrong at once", () => {
    const lines = complaintOf({ API_PORT: "many", LOG_LEVEL: "loud" }).split("\n");
    assert.deepEqual(
      lines.map((line) => line.split(" ")[0]),
      ["DATABASE_URL", "TESSERA_SECRET", "API_PORT", "LOG_LEVEL"],
    );
  });

  it("reads a value from the file that NAME_FILE names, and says when that cannot be read", () => {
    const { TESSERA_SECRET, ...rest } = good;
    const TESSERA_SECRET_FILE = file("secret", `${TESSERA_SECRET}\n`);
    assert.equal(readEnv({ ...rest, TESSERA_SECRET_FILE }).TESSERA_SECRET, TESSERA_SECRET);
    assert.equal(readEnv({ ...good, API_PORT: "4001", API_PORT_FILE: file("port", "5000") }).API_PORT, 4001);
    assert.equal(
      complaintOf({ ...rest, TESSERA_SECRET_FILE: "/nowhere/secret" }),
      "TESSERA_SECRET_FILE names a file that cannot be read: /nowhere/secret.",
    );
  });

  it("stops the start with exit code 1 and the sentence, without a stack and without the value of a secret", () => {
    const secret = "a-secret-that-is-too-plain";
    const { PATH = "" } = process.env;
    const { status, stdout, stderr } = spawnSync("node", [join(root, "api/src/main.ts"), "serve"], {
      env: { PATH, TESSERA_SECRET: secret },
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stderr, /^DATABASE_URL must be set to a PostgreSQL 15 or newer, such as postgres:/);
    assert.doesNotMatch(stdout + stderr, /\n\s+at |a-secret/);
  });

  it("has every setting in .env.example with its default, and in the manual", () => {
    const example = readFileSync(join(root, ".env.example"), "utf8");
    const manual = readFileSync(join(root, "docs/operating.md"), "utf8");
    const lines = [...example.matchAll(/^(# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)];
    assert.deepEqual(lines.map(([, , name = ""]) => name).toSorted(), settingNames.toSorted());
    assert.deepEqual(
      settingNames.filter((name) => !manual.includes(`\`${name}\``)),
      [],
    );
    const inUse = Object.fromEntries(
      lines.flatMap(([, off, name = "", value]) => (off ? [] : [[name, value]])),
    );
    assert.deepEqual(
      readEnv({ ...inUse, TESSERA_SECRET: good.TESSERA_SECRET }),
      readEnv({ ...good, DATABASE_URL: inUse["DATABASE_URL"] }),
    );
  });
});
