import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { TurnstileServer } from "../../../../test/turnstile-server.ts";
import { newId } from "../../ids.ts";
import { minutes, plus } from "../../time.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { type ChallengeSigner, ProofOfWork } from "./local.ts";
import { type CaptchaProvider, CaptchaUnavailable, type Newcomer } from "./port.ts";
import { checkTurnstile, turnstile, type TurnstileOptions } from "./turnstile.ts";

const bits = 8;
const signature = (payload: string) => createHmac("sha256", "test").update(payload).digest("base64url");
const signer: ChallengeSigner = {
  sign: signature,
  isSigned: (payload, given) => signature(payload) === given,
};

const server = new TurnstileServer();
before(() => server.open());
after(() => server.stop());
beforeEach(() => {
  server.plan = [];
  server.troubles = [];
  server.calls.length = 0;
});

const patient = () => ({ signal: AbortSignal.timeout(10_000) });
const options = (changes: Partial<TurnstileOptions> = {}): TurnstileOptions => {
  const { siteKey, secretKey, url } = server;
  return { siteKey, secretKey, url, ...changes };
};
const newcomer = (changes: Partial<Newcomer> = {}): Newcomer => ({
  tenantId: newId(new Date()),
  visitorId: newId(new Date()),
  action: "scheduling_holdSlot",
  hostname: "northlight.example",
  now: new Date(),
  ...changes,
});

const work = new ProofOfWork(signer, bits);
function solve(challenge: string, wanted: (zeros: number) => boolean = (zeros) => zeros >= bits): string {
  for (let nonce = 0; ; nonce += 1) {
    const proof = `${challenge}:${nonce}`;
    if (wanted(Math.clz32(createHash("sha256").update(proof).digest().readUInt32BE()))) return proof;
  }
}

interface Driver {
  readonly name: string;
  readonly provider: () => CaptchaProvider;
  /** What somebody brings who did what was asked. */
  readonly proofFor: (newcomer: Newcomer) => string;
  /** What was good five minutes ago. */
  readonly oldProofFor: (newcomer: Newcomer) => string;
}

const drivers: readonly Driver[] = [
  {
    name: "local",
    provider: () => work,
    proofFor: ({ tenantId, now }) => solve(work.challenge(tenantId, now).challenge),
    oldProofFor: ({ tenantId, now }) => solve(work.challenge(tenantId, plus(now, minutes(-6))).challenge),
  },
  {
    name: "turnstile",
    provider: () => turnstile(options()),
    proofFor: ({ hostname, action }) => server.issue({ hostname: hostname ?? "", action }),
    oldProofFor: ({ hostname, action }) => server.issue({ hostname: hostname ?? "", action, ageMs: 301_000 }),
  },
];

for (const { name, provider: make, proofFor, oldProofFor } of drivers) {
  describe(`${name} keeps the captcha contract`, () => {
    test("a good proof lets its newcomer pass, again too when the answer was lost", async () => {
      const [captcha, person] = [make(), newcomer()];
      const proof = proofFor(person);
      assert.equal(await captcha.accepts(proof, person, patient()), true);
      assert.equal(await captcha.accepts(proof, person, patient()), true);
      assert.equal(captcha.isResting, false);
    });

    test("a proof that was used is nobody else's", async () => {
      const [captcha, person] = [make(), newcomer()];
      const proof = proofFor(person);
      assert.equal(await captcha.accepts(proof, person, patient()), true);
      const other = { ...person, visitorId: newId(new Date()) };
      assert.equal(await captcha.accepts(proof, other, patient()), false);
      assert.equal(await captcha.accepts(proof, newcomer(), patient()), false);
    });

    test("what is old, made up, empty or endless is refused, and is nobody's failure", async () => {
      const [captcha, person] = [make(), newcomer()];
      for (const proof of [
        oldProofFor(person),
        "made up",
        `${proofFor(person)}x:1`,
        "",
        ":",
        "9".repeat(5000),
      ])
        assert.equal(await captcha.accepts(proof, person, patient()), false, proof.slice(0, 40));
      assert.equal(captcha.isResting, false);
    });
  });
}

describe("proof of work", () => {
  test("is measured by its own challenge: less work than that asked for is refused", async () => {
    const person = newcomer();
    const { challenge } = work.challenge(person.tenantId, person.now, 4);
    const cheap = solve(challenge, (zeros) => zeros >= bits && zeros < bits + 4);
    assert.equal(await work.accepts(cheap, person), false);
    assert.equal(
      await work.accepts(
        solve(challenge, (zeros) => zeros >= bits + 4),
        person,
      ),
      true,
    );
    const cheaper = solve(challenge.replace(`.${bits + 4}.`, ".1."), (zeros) => zeros >= 1);
    assert.equal(await work.accepts(cheaper, person), false);
  });
});

describe("Turnstile", () => {
  test("a token of another page, for another action, or brought by no page is refused", async () => {
    const captcha = turnstile(options());
    const { hostname, action } = newcomer();
    const issued = (changes: object) => server.issue({ hostname: hostname ?? "", action, ...changes });
    const of = (proof: string, changes: Partial<Newcomer> = {}) =>
      captcha.accepts(proof, newcomer(changes), patient());
    assert.equal(await of(issued({ hostname: "farm.example" })), false);
    assert.equal(await of(issued({ action: "people_saveAnswers" })), false);
    assert.equal(await of(issued({}), { hostname: null }), false);
    assert.equal(await of(issued({})), true);
  });

  test("a failure and an answer lost on its way are asked again; the token is not spent by them", async () => {
    const [captcha, person] = [turnstile(options()), newcomer()];
    const token = () => server.issue({ hostname: person.hostname ?? "", action: person.action });
    server.plan = [503];
    assert.equal(await captcha.accepts(token(), person, patient()), true);
    server.losesAnswers = 1;
    assert.equal(await captcha.accepts(token(), person, patient()), true);
    assert.equal(server.calls.length, 4);
  });

  test("what it cannot say is no verdict: errors, its own troubles, a secret it does not know, silence", async () => {
    const person = newcomer();
    const ask = (changes: Partial<TurnstileOptions>, call = patient()) =>
      turnstile(options(changes)).accepts("0.token", person, call);
    server.plan = [500, 502];
    await assert.rejects(ask({}), CaptchaUnavailable);
    server.troubles = ["internal-error"];
    await assert.rejects(ask({}), CaptchaUnavailable);
    await assert.rejects(ask({ secretKey: "0x4AAAAAAAsomebodyelse" }), CaptchaUnavailable);
    server.plan = [0, 0];
    await assert.rejects(ask({}, { signal: AbortSignal.timeout(150) }), CaptchaUnavailable);
  });

  test("after failures in a row it rests, and is not asked", async () => {
    const circuit = new CircuitBreaker({ failures: 1, restMs: 60_000 });
    const captcha = turnstile(options({ circuit }));
    server.plan = [500, 500];
    await assert.rejects(captcha.accepts("0.token", newcomer(), patient()), CaptchaUnavailable);
    assert.equal(captcha.isResting, true);
    server.calls.length = 0;
    await assert.rejects(captcha.accepts("0.token", newcomer(), patient()), /given a rest/);
    assert.deepEqual(server.calls, []);
  });

  test("what it says of credentials", async () => {
    const codeOf = async (changes: Partial<TurnstileOptions> = {}) =>
      (await checkTurnstile(options(changes), patient())).code;
    assert.equal(await codeOf(), "works");
    assert.equal(await codeOf({ secretKey: "0x4AAAAAAAsomebodyelse" }), "refused");
    server.troubles = ["internal-error"];
    assert.equal(await codeOf(), "unreachable");
    server.plan = [503, 503];
    assert.equal(await codeOf(), "unreachable");
    server.plan = [429, 429];
    assert.equal(await codeOf(), "limit");
  });
});
