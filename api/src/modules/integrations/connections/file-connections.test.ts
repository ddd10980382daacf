import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { s3Account, S3Server } from "../../../../test/s3-server.ts";
import { samples } from "../../../platform/files/testing.ts";

interface Tested {
  readonly id: string;
  readonly state: string;
  readonly account: string | null;
  readonly test: { readonly code: string } | null;
}

describe("a bucket of the site's own", () => {
  let house: TestHouse;
  let bucket: S3Server;
  let site: TestSite;
  before(async () => {
    bucket = await new S3Server().open();
    house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  });
  after(async () => {
    await house.close();
    await bucket.stop();
    assert.deepEqual(house.bugs, []);
  });
  beforeEach(async () => {
    bucket.objects.clear();
    site = await house.site();
  });

  const { bucket: name, ...credentials } = s3Account;
  const entered = () => ({ vendor: "s3", endpoint: bucket.url, bucket: name, ...credentials });
  const call = <Result = Tested>(procedure: string, input: object) =>
    house.ok<Result>(`integrations.${procedure}`, input, { headers: site.server });
  const refused = (procedure: string, input: object) =>
    house.refused(`integrations.${procedure}`, input, { headers: site.server });
  const tried = async (changes: object) => {
    const { id } = await call("createConnection", { ...entered(), ...changes });
    return call("testConnection", { id });
  };
  const upload = async () => {
    const answer = await house.request("/api/v1/files?purpose=people.photo&name=me.png", {
      method: "POST",
      headers: { ...site.server, "Content-Type": "image/png" },
      body: new Uint8Array(await samples.png()),
    });
    assert.equal(answer.status, 201);
    return ((await answer.json()) as { id: string }).id;
  };
  const opened = async (id: string) => {
    const answer = await house.request(`/api/v1/files/${id}`, { headers: site.server });
    const { link } = (await answer.json()) as { link: { url: string; previewUrl: string } };
    const statuses: number[] = [];
    for (const url of [link.url, link.previewUrl]) {
      const found = await house.request(url);
      await found.arrayBuffer();
      statuses.push(found.status);
    }
    return statuses;
  };
  const keys = () => [...bucket.objects.keys()];
  const answering = async () => {
    const { answering: all } = await call<{
      answering: { kind: string; provider: string; isOwn: boolean }[];
    }>("listConnections", {});
    return all.find(({ kind }) => kind === "files");
  };

  it("200 takes what is uploaded from now on; every file opens from where it lies, also after the end", async () => {
    const earlier = await upload();
    assert.deepEqual(await answering(), { kind: "files", provider: "local", isOwn: false });
    const { id, state, account, test } = await tried({});
    assert.deepEqual([state, test?.code, account], ["active", "works", `${bucket.url}/${name}`]);
    assert.deepEqual(keys(), []);
    assert.deepEqual(await answering(), { kind: "files", provider: "s3", isOwn: true });

    const own = await upload();
    assert.deepEqual(keys(), [`${site.live.id}/${own}`]);
    const neighbour = await house.site();
    const foreign = await house.request("/api/v1/files?purpose=people.photo&name=me.png", {
      method: "POST",
      headers: { ...neighbour.server, "Content-Type": "image/png" },
      body: new Uint8Array(await samples.png()),
    });
    assert.equal(foreign.status, 201);
    assert.equal(keys().length, 1);

    assert.equal((await call<{ state: string }>("deleteConnection", { id })).state, "disconnected");
    const later = await upload();
    assert.equal(keys().length, 1);
    for (const file of [earlier, own, later]) assert.deepEqual(await opened(file), [200, 200]);
    assert.deepEqual(keys(), [`${site.live.id}/${own}`, `${site.live.id}/${own}.640`]);
  });

  it("a photo's sizes and what is deleted follow the file into the bucket", async () => {
    await tried({});
    const member = await site.signIn("ada@bucket.example");
    const answer = await house.request("/api/v1/files?purpose=people.photo&name=me.png", {
      method: "POST",
      headers: { ...member.headers, "Content-Type": "image/png" },
      body: new Uint8Array(await samples.png()),
    });
    const { id: fileId } = (await answer.json()) as { id: string };
    await house.ok("people.setPhoto", { fileId }, member);
    const sizes = [96, 320, 960].map((width) => `${site.live.id}/${fileId}.${width}`);
    await house.until("the sizes", async () => sizes.every((key) => bucket.objects.has(key)));
    const shown = await house.request(`/pictures/${site.live.id}/${fileId}/320.webp`);
    // The photo is shown once its job has finished.
    assert.ok([200, 404].includes(shown.status));
    const spare = await house.request("/api/v1/files?purpose=people.photo&name=me.png", {
      method: "POST",
      headers: { ...member.headers, "Content-Type": "image/png" },
      body: new Uint8Array(await samples.png()),
    });
    const { id } = (await spare.json()) as { id: string };
    assert.ok(bucket.objects.has(`${site.live.id}/${id}`));
    await house.ok("files.deleteFile", { id }, member);
    await house.until("the bytes to go", async () => !bucket.objects.has(`${site.live.id}/${id}`));
  });

  it("200 a test says what is wrong: an unknown key, a wrong secret, no such bucket, nobody there", async () => {
    for (const [changes, code] of [
      [{ accessKeyId: "AKIASOMEBODYELSE" }, "refused"],
      [{ secretAccessKey: "not the secret at all" }, "refused"],
      [{ bucket: "another-bucket" }, "settings"],
      [{ endpoint: "http://127.0.0.1:9" }, "unreachable"],
    ] as const) {
      const { id, state, test } = await tried(changes);
      assert.deepEqual([state, test?.code], ["new", code], JSON.stringify(changes));
      await call("deleteConnection", { id });
    }
    assert.deepEqual(keys(), []);
  });

  it("400 an address of a private network, and another bucket where files lie already", async () => {
    for (const endpoint of ["http://10.0.0.7:9000", "https://169.254.169.254", "ftp://files.example", "x"])
      assert.equal(
        await refused("createConnection", { ...entered(), endpoint }),
        "400 request.invalid_input",
      );
    assert.equal(
      await refused("createConnection", { ...entered(), bucket: "../other" }),
      "400 request.invalid_input",
    );
    const { id } = await tried({});
    const elsewhere = { id, bucket: "another-bucket" };
    assert.equal(await refused("updateConnection", elsewhere), "400 request.invalid_input");
    assert.equal((await call("updateConnection", { id, region: s3Account.region })).state, "active");
  });
});
