import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { advanceClock, ApiError, type Client, connectServer, uploadFile } from "@tessera/sdk";
import { TestHouse, type TestSite } from "../../api/test/house.ts";
import { UnreliableLine } from "./unreliable-line.ts";

describe("the SDK against the real API", () => {
  let house: TestHouse;
  let site: TestSite;
  let line: UnreliableLine;
  let server: Client;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    line = await UnreliableLine.to(house.house.url);
    server = connectServer({ url: line.url, secretKey: site.keys.secretKey });
  });
  after(async () => {
    line.close();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const failureOf = (call: Promise<unknown>): Promise<ApiError> =>
    call.then(
      () => assert.fail("The call was not refused."),
      (thrown: unknown) => {
        assert.ok(thrown instanceof ApiError);
        return thrown;
      },
    );

  it("for await walks every page of a list once", async () => {
    for (let turn = 0; turn < 7; turn++)
      await server.identity.createMember({ email: `m${turn}@example.com`, name: `M ${turn}` });
    const emails: string[] = [];
    for await (const { email } of server.identity.listMembers({ limit: 3 })) emails.push(email);
    assert.equal(emails.length, 7);
    assert.equal(new Set(emails).size, 7);
  });

  it("a lost answer to a change is asked for again under the same key: the change is made once", async () => {
    line.loseAnswers(2);
    const email = "once@example.com";
    const { id } = await server.identity.createMember({ email, name: "Once" });
    const found: string[] = [];
    for await (const member of server.identity.listMembers({}))
      if (member.email === email) found.push(member.id);
    assert.deepEqual(found, [id]);
  });

  it("refusals are typed: by the operation, and before it was reached", async () => {
    const missing = await failureOf(
      server.scheduling.getBooking({ id: "0195a000-0000-7000-8000-000000000001" }),
    );
    assert.ok(missing.is("request.not_found"));
    assert.equal(missing.status, 404);
    assert.ok(missing.requestId);
    const wrong = await failureOf(server.identity.createMember({ email: "none", name: "" }));
    assert.ok(wrong.is("request.invalid_input"));
    assert.ok(wrong.fields.some(({ path }) => path[0] === "email"));
    const large = await failureOf(
      server.identity.createMember({ email: "a@example.com", name: "x".repeat(1_100_000) }),
    );
    assert.ok(large.is("request.too_large"), large.code);
    assert.equal(large.status, 413);
    assert.ok(large.requestId);
  });

  it("an upload whose answer was lost is kept once", async () => {
    const { id: memberId } = await server.identity.createMember({ email: "p@example.com", name: "Pia" });
    const self = connectServer({ url: line.url, secretKey: site.keys.secretKey, actingFor: memberId });
    // The smallest picture: one grey point.
    const bytes = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
      "base64",
    );
    const parts: number[] = [];
    line.loseAnswers(1);
    const file = await uploadFile(self, new Blob([bytes], { type: "image/png" }), {
      purpose: "people.photo",
      name: "me.png",
      onProgress: (part) => parts.push(part),
    });
    assert.equal(file.name, "me.png");
    assert.equal(parts.at(-1), 1);
    const kept = await house.within(
      site.live,
      (scope) => scope.sql`select id, bytes::int4 as bytes from files where name = 'me.png'`,
    );
    assert.deepEqual(kept, [{ id: file.id, bytes: file.bytes }]);
    const refused = await failureOf(
      uploadFile(self, new Blob(["text"], { type: "text/plain" }), {
        purpose: "people.photo",
        name: "me.txt",
      }),
    );
    assert.ok(refused.is("files.type_refused"));
    assert.equal(refused.status, 415);
  });

  it("a sandbox's clock is moved until it is there", async () => {
    const sandbox = connectServer({ url: house.house.url, secretKey: site.sandboxKeys.secretKey });
    const to = new Date(Date.now() + 40 * 86_400_000);
    const { now, pending } = await advanceClock(sandbox, to);
    assert.equal(now, to.toISOString());
    assert.equal(pending, 0);
    const back = await failureOf(advanceClock(sandbox, new Date(to.getTime() - 1)));
    assert.ok(back.is("integrations.clock_backwards"));
    const live = await failureOf(advanceClock(server, new Date(to.getTime() + 1)));
    assert.equal(live.status, 404);
  });
});
