import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { TurnstileServer } from "../../../../test/turnstile-server.ts";
import { buildOpenHost } from "../../../modules/scheduling/testing.ts";
import { wallClock } from "../../clock.ts";
import { days, plus } from "../../time.ts";

const origin = "https://northlight.example";
const action = "scheduling_holdSlot";
const bits = 4;

let house: TestHouse;
let server: TurnstileServer;
let site: TestSite;
let offerId: string;
let hour = 0;
let network = 0;

before(async () => {
  server = await new TurnstileServer().open();
  house = await TestHouse.open({
    works: false,
    variables: { PROOF_OF_WORK_BITS: String(bits), TURNSTILE_URL: server.url },
  });
});
after(async () => {
  await house.close();
  await server.stop();
  assert.deepEqual(house.bugs, []);
});
beforeEach(async () => {
  server.plan = [];
  server.troubles = [];
  site = await house.site(undefined, { tenancy: { allowedOrigins: [origin] } });
  offerId = (await house.within(site.live, (scope) => buildOpenHost(scope))).offer.id;
  hour = 0;
});

interface Asked {
  readonly kind: string;
  readonly siteKey: string;
  readonly action: string;
  readonly challenge: string;
  readonly bits: number;
}

const connection = <Result = { id: string }>(name: string, input: object) =>
  house.ok<Result>(`integrations.${name}`, input, { headers: site.server });
const keys = () => ({ vendor: "turnstile", siteKey: server.siteKey, secretKey: server.secretKey });

async function connect(): Promise<string> {
  const { id } = await connection("createConnection", keys());
  assert.equal((await connection<{ state: string }>("testConnection", { id })).state, "active");
  return id;
}

function solve({ challenge, bits: wanted }: Asked): string {
  for (let nonce = 0; ; nonce += 1) {
    const start = createHash("sha256").update(`${challenge}:${nonce}`).digest().readUInt32BE();
    if (Math.clz32(start) >= wanted) return `${challenge}:${nonce}`;
  }
}

/** A free time nobody asked for yet. */
const startsAt = (): string => {
  hour += 1;
  const day = plus(wallClock(), days(3 + Math.floor(hour / 8))).toISOString();
  return `${day.slice(0, 10)}T${String(9 + (hour % 8)).padStart(2, "0")}:00:00.000Z`;
};

/** Asks for a time from the page, as somebody new in a network of their own unless told. */
const hold = (proof?: string, from = `198.51.${(network += 1)}.7`, at = startsAt()) =>
  house.call(
    "scheduling.holdSlot",
    { offerId, startsAt: at },
    {
      headers: { ...site.visitor, Origin: origin, ...(proof !== undefined && { "Tessera-Proof": proof }) },
      from,
    },
  );
async function asks(proof?: string): Promise<Asked> {
  const { status, body } = await hold(proof);
  assert.equal(status, 428);
  assert.equal(body.error.data.code, "request.proof_required");
  return body.error.data.params as Asked;
}
const passes = async (proof: string) => assert.equal((await hold(proof)).status, 200);
const token = (changes: object = {}) =>
  `turnstile:${server.issue({ hostname: "northlight.example", action, ...changes })}`;

describe("a site without a captcha", () => {
  it("asks for proof of work", async () => {
    const asked = await asks();
    assert.deepEqual([asked.kind, asked.siteKey, asked.bits], ["proof_of_work", "", bits]);
    await passes(solve(asked));
    assert.equal((await asks("turnstile:0.token")).kind, "proof_of_work");
  });

  it("limits a thousand scripted holds from one client; a person elsewhere is not limited", async () => {
    const script = "203.0.113.66";
    const statuses = new Map<number, number>();
    const lane = async () => {
      for (let nth = 0; nth < 125; nth += 1) {
        const refused = await hold(undefined, script);
        // The script does the work it is asked for, each time as somebody new.
        const { status } =
          refused.status === 428
            ? await hold(solve(refused.body.error.data.params as Asked), script)
            : refused;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 8 }, lane));
    const minutesBegun = Math.ceil((performance.now() - startedAt) / 60_000);
    const held = statuses.get(200) ?? 0;
    assert.ok(held > 0 && held <= 30 * (minutesBegun + 1), `${held} holds`);
    assert.equal(
      [...statuses.values()].reduce((sum, count) => sum + count),
      1000,
    );
    assert.ok((statuses.get(429) ?? 0) >= 1000 - 60 * (minutesBegun + 1), JSON.stringify([...statuses]));
    await passes(solve(await asks()));
  });
});

describe("a site with Turnstile", () => {
  it("names the captcha, its public key and the action, and how much to work instead", async () => {
    await connect();
    const asked = await asks();
    assert.deepEqual(
      { ...asked, challenge: "" },
      { kind: "turnstile", siteKey: server.siteKey, action, challenge: "", bits: bits + 4 },
    );
    await passes(token());
    await passes(solve(asked));
  });

  it("refuses tokens of another page, for another action, used by somebody else, or too old; more work is then what is left", async () => {
    await connect();
    const used = token();
    await passes(used);
    for (const bad of [
      used,
      token({ hostname: "farm.example" }),
      token({ action: "people_saveAnswers" }),
      token({ ageMs: 301_000 }),
      "turnstile:",
    ]) {
      const asked = await asks(bad);
      assert.deepEqual([asked.kind, asked.bits], ["proof_of_work", bits + 4], bad);
      await passes(solve(asked));
    }
  });

  it("locks nobody out while Cloudflare fails, is silent, or no longer knows the secret", async () => {
    await connect();
    const cheap = async (proof: string) => {
      const asked = await asks(proof);
      assert.deepEqual([asked.kind, asked.bits], ["proof_of_work", bits]);
      await passes(solve(asked));
    };
    server.plan = [503, 503];
    await cheap(token());
    server.plan = [0];
    const startedAt = performance.now();
    await cheap(token());
    assert.ok(performance.now() - startedAt < 10_000);
    server.troubles = ["internal-error", "invalid-input-secret"];
    await cheap(token());
    await cheap(token());
    // The fifth failure in a row: for a while nobody is sent there.
    server.plan = [500, 500];
    await cheap(token());
    assert.equal((await asks()).kind, "proof_of_work");
  });

  it("tells the team once that the secret works no more, until it does again or the connection is deleted", async () => {
    const id = await connect();
    const tasks = async () => {
      const { attention } = await house.ok<{ attention: { tasks: { kind: string }[] } }>(
        "insights.getOverview",
        {},
        { headers: await site.staff() },
      );
      return attention.tasks.map(({ kind }) => kind);
    };
    server.troubles = ["internal-error"];
    await asks(token());
    assert.deepEqual(await tasks(), []);
    server.troubles = ["invalid-input-secret", "invalid-input-secret"];
    await asks(token());
    await asks(token());
    assert.deepEqual(await tasks(), ["captcha.secret_refused"]);
    assert.equal((await connection<{ state: string }>("testConnection", { id })).state, "active");
    assert.deepEqual(await tasks(), []);
    server.troubles = ["invalid-input-secret"];
    await asks(token());
    assert.deepEqual(await tasks(), ["captcha.secret_refused"]);
    await connection("deleteConnection", { id });
    assert.deepEqual(await tasks(), []);
  });

  it("says who answers; disconnected, proof of work is back", async () => {
    const answering = async () => {
      const listed = await connection<{ answering: { kind: string }[] }>("listConnections", {});
      return listed.answering.find(({ kind }) => kind === "captcha");
    };
    assert.deepEqual(await answering(), { kind: "captcha", provider: "local", isOwn: false });
    const id = await connect();
    assert.deepEqual(await answering(), { kind: "captcha", provider: "turnstile", isOwn: true });
    await connection("deleteConnection", { id });
    assert.equal((await asks()).kind, "proof_of_work");
  });

  it("its test keys are no keys of a live site", async () => {
    const test = { ...keys(), secretKey: "1x0000000000000000000000000000000AA" };
    assert.equal(
      await house.refused("integrations.createConnection", test, { headers: site.server }),
      "409 integrations.test_credentials",
    );
  });
});

describe("an installation with Turnstile", () => {
  let installed: TestHouse;
  before(async () => {
    const variables = {
      PROOF_OF_WORK_BITS: String(bits),
      TURNSTILE_URL: server.url,
      CAPTCHA_SITE_KEY: server.siteKey,
      CAPTCHA_SECRET_KEY: server.secretKey,
    };
    installed = await TestHouse.open({ works: false, variables });
  });
  after(() => installed.close());

  it("asks live sites' newcomers for it, and sandboxes' for proof of work", async () => {
    const other = await installed.site();
    const kindFor = async (headers: Record<string, string>) => {
      const code = { email: "ada@example.com" };
      const { body } = await installed.call("identity.requestCode", code, { headers });
      return (body.error.data.params as Asked).kind;
    };
    assert.equal(await kindFor(other.visitor), "turnstile");
    assert.equal(await kindFor({ "Tessera-Key": other.sandboxKeys.publishableKey }), "proof_of_work");
  });
});
