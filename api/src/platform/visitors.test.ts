import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../test/house.ts";
import { buildOpenHost } from "../modules/scheduling/testing.ts";
import { wallClock } from "./clock.ts";
import { newId, randomToken } from "./ids.ts";
import { days, plus } from "./time.ts";

const madeUp = (): string => `new.${createHash("sha256").update(randomToken()).digest("hex").slice(0, 32)}`;

const isSolved = (proof: string): boolean =>
  createHash("sha256").update(proof).digest().readUInt16BE() >> 8 === 0;

function solve(challenge: string): string {
  for (let nonce = 0; ; nonce += 1) if (isSolved(`${challenge}:${nonce}`)) return `${challenge}:${nonce}`;
}

describe("a first-time visitor", () => {
  let house: TestHouse;
  let site: TestSite;
  let offerId: string;
  let hour = 0;
  before(async () => {
    house = await TestHouse.open({ variables: { PROOF_OF_WORK_BITS: "8" } });
    site = await house.site();
    offerId = (await house.within(site.live, (scope) => buildOpenHost(scope))).offer.id;
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** A free time nobody asked for yet. */
  const startsAt = (): string => {
    hour += 1;
    return `${plus(wallClock(), days(3 + Math.floor(hour / 8)))
      .toISOString()
      .slice(0, 10)}T${String(9 + (hour % 8)).padStart(2, "0")}:00:00.000Z`;
  };
  // From another network each time: those have limits of their own.
  let network = 0;
  const hold = (secret: string | undefined, more: Record<string, string>, at: string) =>
    house.call(
      "scheduling.holdSlot",
      { offerId, startsAt: at },
      {
        headers: { ...site.visitor, ...(secret && { "Tessera-Visitor": secret }), ...more },
        from: `198.51.${(network += 1)}.7`,
      },
    );
  const proofFor = async (secret: string | undefined, at: string) => {
    const { body } = await hold(secret, {}, at);
    return { "Tessera-Proof": solve(body.error.data.params.challenge) };
  };

  it("whose first answer was lost repeats it as the same visitor: the same hold, one proof of work", async () => {
    const [secret, at] = [madeUp(), startsAt()];
    const sent = { ...(await proofFor(secret, at)), "Idempotency-Key": newId(wallClock()) };
    const lost = await hold(secret, sent, at);
    const again = await hold(secret, sent, at);
    assert.deepEqual([lost.status, again.status], [200, 200]);
    assert.equal(again.body.result.data.id, lost.body.result.data.id);
    const read = (visitor: string) =>
      house.call(
        "scheduling.getHold",
        { id: lost.body.result.data.id },
        { headers: { ...site.visitor, "Tessera-Visitor": visitor } },
      );
    for (const visitor of [secret, lost.headers["tessera-visitor"]!, again.headers["tessera-visitor"]!])
      assert.equal((await read(visitor)).status, 200);
    for (const visitor of [madeUp(), `${secret.slice(0, -1)}x`, secret.slice(0, -1), "new."])
      assert.equal((await read(visitor)).status, 404, visitor);
  });

  it("two calls at once are one visitor's, who keeps two times at most", async () => {
    const [secret, times] = [madeUp(), [startsAt(), startsAt(), startsAt()]];
    const proofs = await Promise.all(times.map((at) => proofFor(secret, at)));
    const answers = await Promise.all(times.map((at, call) => hold(secret, proofs[call]!, at)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 200, 429],
    );
  });

  it("a proof of work is for one visitor", async () => {
    const at = startsAt();
    const proof = await proofFor(madeUp(), at);
    assert.equal((await hold(madeUp(), proof, at)).status, 200);
    assert.equal((await hold(madeUp(), proof, startsAt())).status, 428);
    assert.equal((await hold(undefined, proof, startsAt())).status, 428);
  });

  it("is somebody else on another site, whatever secret is sent", async () => {
    const [secret, at] = [madeUp(), startsAt()];
    const { body } = await hold(secret, await proofFor(secret, at), at);
    const elsewhere = await house.site();
    const headers = { ...elsewhere.visitor, "Tessera-Visitor": secret };
    assert.equal(
      await house.refused("scheduling.getHold", { id: body.result.data.id }, { headers }),
      "404 request.not_found",
    );
  });

  it("a thousand scripted calls from one network keep five times at most, and a person elsewhere keeps one", async () => {
    const times = Array.from({ length: 24 }, startsAt);
    const script = (nth: number, more: Record<string, string>) =>
      house.call(
        "scheduling.holdSlot",
        { offerId, startsAt: times[nth % times.length]! },
        { headers: { ...site.visitor, ...more }, from: "192.0.2.66" },
      );
    const counts: Record<string, number> = {};
    // Each attempt is somebody new, who does the work that is asked of them.
    const attempt = async (nth: number) => {
      const secret = { "Tessera-Visitor": madeUp() };
      const asked = await script(nth, secret);
      const challenge: string | undefined = asked.body.error?.data.params.challenge;
      const answers = [asked];
      if (challenge !== undefined)
        answers.push(await script(nth, { ...secret, "Tessera-Proof": solve(challenge) }));
      for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
      return answers.length;
    };
    let calls = 0;
    for (let nth = 0; calls < 1000; nth += 20) {
      const made = await Promise.all(Array.from({ length: 20 }, (_, more) => attempt(nth + more)));
      calls += made.reduce((sum, each) => sum + each, 0);
    }
    const { 200: held = 0, ...refused } = counts;
    assert.ok(held >= 1 && held <= 5, JSON.stringify(counts));
    assert.ok((counts[429] ?? 0) > 0, JSON.stringify(counts));
    assert.deepEqual(
      Object.keys(refused).filter((status) => !["409", "428", "429"].includes(status)),
      [],
    );
    const [secret, at] = [madeUp(), startsAt()];
    assert.equal((await hold(secret, await proofFor(secret, at), at)).status, 200);
  });

  it("a secret that is no secret is ignored: each call is another visitor", async () => {
    const at = startsAt();
    for (const secret of ["new.1", `new.${"G".repeat(32)}`, "new"]) {
      const { status, headers } = await hold(secret, await proofFor(secret, at), startsAt());
      assert.equal(status, 200);
      assert.ok(headers["tessera-visitor"]);
    }
  });
});
