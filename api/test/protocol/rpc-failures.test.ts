import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../house.ts";

interface Refused {
  readonly status: number;
  readonly body: {
    readonly message?: string;
    readonly code?: string;
    readonly error?: {
      readonly message: string;
      readonly code: number;
      readonly data: {
        readonly code: string;
        readonly httpStatus: number;
        readonly requestId: string;
        readonly params: object;
      };
    };
  };
}

describe("calls refused before they were read", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const send = async (address: string, init: RequestInit, type = "application/json"): Promise<Refused> => {
    const answer = await house.request(address, {
      ...init,
      headers: { ...site.visitor, ...(type !== "" && { "Content-Type": type }) },
    });
    return { status: answer.status, body: (await answer.json()) as Refused["body"] };
  };
  const post = (body: string, type?: string) => send("/api/v1/rpc", { method: "POST", body }, type);

  const large = JSON.stringify({ path: "tenancy.getSite", input: "x".repeat(1024 * 1024) });
  for (const [what, ask, expected, trpcCode] of [
    ["no JSON", () => post("{"), "400 request.invalid_json", -32600],
    [
      "a form",
      () => post("a=1", "application/x-www-form-urlencoded"),
      "415 request.unsupported_media_type",
      -32015,
    ],
    ["more than a megabyte", () => post(large), "413 request.too_large", -32013],
    ["an empty batch", () => post("[]"), "400 request.invalid_input", -32600],
    ["a call without a path", () => post("{}"), "400 request.invalid_input", -32600],
    ["reading where one writes", () => send("/api/v1/rpc", {}), "405 request.method_not_allowed", -32005],
    [
      "a mutation by GET",
      () => send("/api/v1/rpc/identity.signOut", {}),
      "405 request.method_not_allowed",
      -32005,
    ],
    ["a path that is no text", () => send("/api/v1/rpc/%ff", {}), "400 request.malformed", -32600],
    [
      "tRPC's own address with broken input",
      () => send("/api/v1/rpc/tenancy.getSite?input=%7B", {}),
      "400 request.invalid_json",
      -32600,
    ],
  ] as const) {
    it(`${expected} for ${what}, in tRPC's envelope`, async () => {
      const { status, body } = await ask();
      const { error } = body;
      assert.ok(error, JSON.stringify(body));
      assert.deepEqual(Object.keys(body), ["error"]);
      assert.equal(`${status} ${error.data.code}`, expected);
      assert.equal(error.data.httpStatus, status);
      assert.equal(error.code, trpcCode);
      assert.match(error.data.requestId, /^[\w.:-]{8,}$/);
      assert.ok(error.message.endsWith("."));
    });
  }

  it("the same refusals by REST are the plain body with the same code and sentence", async () => {
    for (const [body, type] of [
      ["{", "application/json"],
      ["a=1", "text/plain"],
      [large, "application/json"],
    ] as const) {
      const rest = await send("/api/v1/identity/codes/request", { method: "POST", body }, type);
      const rpc = await post(body, type);
      assert.equal(rest.status, rpc.status);
      assert.equal(rest.body.error, undefined);
      assert.deepEqual(
        [rest.body.code, rest.body.message],
        [rpc.body.error?.data.code, rpc.body.error?.message],
      );
    }
  });
});
