import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { Webhook } from "standardwebhooks";
import { TestHouse, type TestSite } from "../../../test/house.ts";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A tenant's own server: keeps what it was sent and answers what it is told to. */
class Receiver {
  readonly received: Received[] = [];
  status = 200;
  headers: Record<string, string> = {};
  readonly #server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => (body += text));
    request.on("end", () => {
      this.received.push({ headers: request.headers, body });
      response.writeHead(this.status, this.headers).end("heard");
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hooks`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly disabledBecause: string | null;
}

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly eventName: string;
  readonly attemptList: { status: number | null; failure: string | null; response: string }[];
}

describe("webhooks", () => {
  let house: TestHouse;
  let site: TestSite;
  let receiver: Receiver;
  before(async () => {
    house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
    site = await house.site();
    receiver = await new Receiver().open();
  });
  after(async () => {
    receiver.close();
    await house.close();
  });

  const sandbox = () => ({ headers: { Authorization: `Bearer ${site.sandboxKeys.secretKey}` } });
  const server = () => ({ headers: site.server });
  const addEndpoint = (eventNames = ["member.created"], options = server()) =>
    house.ok<Endpoint>("integrations.createEndpoint", { url: receiver.url, eventNames }, options);
  const addMember = (email: string, options = server()) =>
    house.ok("identity.createMember", { email, name: "Mia" }, options);
  const deliveriesOf = async (endpointId: string, options = server()) =>
    (await house.ok<{ items: Delivery[] }>("integrations.listDeliveries", { endpointId }, options)).items;
  const remove = (id: string, options = server()) => house.ok("integrations.deleteEndpoint", { id }, options);

  it("brings an event within a second, signed so that a receiver can verify it", async () => {
    const endpoint = await addEndpoint();
    await addMember("mia@example.com");
    const sent = await house.until("the webhook", async () => receiver.received.at(-1));
    const event = new Webhook(endpoint.secret).verify(sent.body, sent.headers as Record<string, string>) as {
      type: string;
      data: { email?: string };
    };
    assert.equal(event.type, "member.created");
    const [delivery] = await house.until("a settled delivery", async () => {
      const all = await deliveriesOf(endpoint.id);
      return all[0]?.state === "delivered" && all;
    });
    assert.equal(delivery!.id, sent.headers["webhook-id"]);
    const whole = await house.ok<Delivery & { body: string }>(
      "integrations.getDelivery",
      { id: delivery!.id },
      server(),
    );
    assert.equal(whole.body, sent.body);
    assert.equal(whole.attemptList[0]!.response, "heard");
    await remove(endpoint.id);
  });

  it("signs with both secrets after a roll, and with the new one alone without overlap", async () => {
    const endpoint = await addEndpoint(["member.changed"]);
    const verifies = (secret: string, { body, headers }: Received) => {
      try {
        new Webhook(secret).verify(body, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    };
    const next = async () => {
      const before = receiver.received.length;
      await house.ok("integrations.testEndpoint", { id: endpoint.id }, server());
      return house.until("a webhook", async () => receiver.received[before]);
    };
    const rolled = await house.ok<Endpoint>("integrations.rollEndpointSecret", { id: endpoint.id }, server());
    const both = await next();
    assert.deepEqual([verifies(endpoint.secret, both), verifies(rolled.secret, both)], [true, true]);
    const cut = await house.ok<Endpoint>(
      "integrations.rollEndpointSecret",
      { id: endpoint.id, overlapHours: 0 },
      server(),
    );
    const one = await next();
    assert.deepEqual([verifies(rolled.secret, one), verifies(cut.secret, one)], [false, true]);
    await remove(endpoint.id);
  });

  it("tries again on its schedule under one id in a sandbox's time, then fails, and is replayed by hand", async () => {
    const endpoint = await addEndpoint(["member.created"], sandbox());
    receiver.status = 500;
    const before = receiver.received.length;
    await addMember("nia@example.com", sandbox());
    await house.until("the first attempt", async () => receiver.received.length > before);
    const [first] = await house.until("its mark", async () => {
      const all = await deliveriesOf(endpoint.id, sandbox());
      return all[0]?.attempts === 1 && all;
    });
    for (let days = 1; days <= 4; days += 1) {
      const { headers } = await house.call(
        "tenancy.getSite",
        {},
        { headers: { "Tessera-Key": site.sandboxKeys.publishableKey } },
      );
      const to = new Date(new Date(headers["tessera-now"]!).getTime() + 86_400_000).toISOString();
      await house.until("the clock", async () => {
        const { now } = await house.ok<{ now: string }>("sandbox.clock", { to }, sandbox());
        return now === to;
      });
    }
    const tries = receiver.received.slice(before);
    assert.equal(tries.length, 10);
    assert.equal(new Set(tries.map(({ headers }) => headers["webhook-id"])).size, 1);
    assert.equal(new Set(tries.map(({ body }) => body)).size, 1);
    assert.equal((await deliveriesOf(endpoint.id, sandbox()))[0]!.state, "failed");
    receiver.status = 200;
    await house.ok("integrations.replayDelivery", { id: first!.id }, sandbox());
    await house.until(
      "the replay",
      async () => (await deliveriesOf(endpoint.id, sandbox()))[0]!.state === "delivered",
    );
    await remove(endpoint.id, sandbox());
  });

  it("disables an endpoint that answers 410, and follows no redirect", async () => {
    const endpoint = await addEndpoint(["member.created"]);
    const target = await new Receiver().open();
    receiver.status = 302;
    receiver.headers = { location: target.url };
    await house.ok("integrations.testEndpoint", { id: endpoint.id }, server());
    await house.until("a failed attempt", async () => (await deliveriesOf(endpoint.id))[0]?.attempts === 1);
    assert.equal(target.received.length, 0);
    target.close();
    receiver.headers = {};
    receiver.status = 410;
    await house.ok("integrations.testEndpoint", { id: endpoint.id }, server());
    await house.until("a disabled endpoint", async () => {
      const { items } = await house.ok<{ items: Endpoint[] }>("integrations.listEndpoints", {}, server());
      return items.find(({ id }) => id === endpoint.id)?.disabledBecause === "gone";
    });
    assert.equal(
      await house.refused("integrations.testEndpoint", { id: endpoint.id }, server()),
      "409 integrations.endpoint_disabled",
    );
    receiver.status = 200;
    await remove(endpoint.id);
  });

  it("400 an endpoint in a private network or of an unknown event; 404 another site's", async () => {
    for (const url of [
      "http://169.254.169.254/x",
      "https://10.0.0.1/x",
      "https://[::1]/x",
      "ftp://example.com",
      "https://a:b@example.com",
      "https://0x7f.1/x",
      "http://example.com/x",
    ]) {
      assert.equal(
        await house.refused(
          "integrations.createEndpoint",
          { url: url.replace("https://0x7f.1", "https://0x0a.1") },
          server(),
        ),
        "400 request.invalid_input",
        url,
      );
    }
    assert.equal(
      await house.refused(
        "integrations.createEndpoint",
        { url: "https://example.com", eventNames: ["no.event"] },
        server(),
      ),
      "400 request.invalid_input",
    );
    const endpoint = await addEndpoint();
    const other = { headers: (await house.site()).server };
    for (const path of ["updateEndpoint", "rollEndpointSecret", "deleteEndpoint", "testEndpoint"]) {
      assert.equal(
        await house.refused(`integrations.${path}`, { id: endpoint.id }, other),
        "404 request.not_found",
      );
    }
    await remove(endpoint.id);
  });

  it("404 the clock of a live site; 409 backwards", async () => {
    const to = "2099-01-01T00:00:00Z";
    assert.equal(await house.refused("sandbox.clock", { to }, server()), "404 request.not_found");
    assert.equal(
      await house.refused("sandbox.clock", { to: "2020-01-01T00:00:00Z" }, sandbox()),
      "409 integrations.clock_backwards",
    );
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
