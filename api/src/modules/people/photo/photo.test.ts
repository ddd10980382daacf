import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { TestHouse, type SignedIn, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { eicar, samples } from "../../../platform/files/testing.ts";
import { StoredFile } from "../../../platform/files/stored-file.ts";
import { changeProfile } from "../index.ts";

const mb = 1024 * 1024;

const noise = {
  channels: 3,
  background: "#fff",
  noise: { type: "gaussian", mean: 128, sigma: 60 },
} as const;

interface Uploaded {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly code: string;
    readonly state: string;
    readonly bytes: number;
  };
}

interface Upload {
  readonly name?: string;
  readonly type?: string;
  readonly purpose?: string;
}

describe("photos of people", () => {
  let house: TestHouse;
  let site: TestSite;
  let coach: SignedIn;
  let picture: Buffer;
  before(async () => {
    house = await TestHouse.open({ variables: { FILE_QUOTA_MB: "12" } });
    site = await house.site();
    coach = await site.signIn("coach@example.com");
    await house.within(site.live, (scope) => changeProfile(scope, coach.memberId, { isListed: true }));
    picture = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#3a6" } })
      .withExif({ IFD0: { Copyright: "secret place" } })
      .jpeg()
      .toBuffer();
  });
  after(() => house.close());

  const upload = async (
    content: Buffer | string,
    { name = "me.jpg", type = "image/jpeg", purpose = "people.photo" }: Upload = {},
    headers: Record<string, string> = coach.headers,
  ): Promise<Uploaded> => {
    const answer = await house.request(
      `${house.house.url}/api/v1/files?${new URLSearchParams({ purpose, name }).toString()}`,
      {
        method: "POST",
        headers: { ...headers, "Content-Type": type },
        body: typeof content === "string" ? content : new Uint8Array(content),
      },
    );
    return { status: answer.status, body: (await answer.json()) as Uploaded["body"] };
  };
  const photoUrl = async () =>
    (
      await house.ok<{ photoUrl: string | null }>(
        "people.getPerson",
        { id: coach.memberId },
        { headers: site.visitor },
      )
    ).photoUrl;
  const isInWork = async () =>
    (await house.ok<{ isPhotoInWork: boolean }>("people.getProfile", {}, coach)).isPhotoInWork;
  const stored = async (fileId: string) =>
    (await readdir(join(house.dataFolder, "files", site.live.id)).catch(() => [])).filter((name) =>
      name.startsWith(fileId),
    );

  it("201 a picture of 3000 pixels; shown as WebP squares without what its file told", async () => {
    const { status, body } = await upload(picture);
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.state, "unscanned");
    const set = await house.ok<{ state: string }>("people.setPhoto", { fileId: body.id }, coach);
    assert.equal(set.state, "processing");
    assert.equal(await isInWork(), true);
    const url = await house.until("the photo", photoUrl);
    assert.equal(await isInWork(), false);
    for (const width of [96, 320, 960]) {
      const answer = await house.request(url.replace("320.webp", `${width}.webp`));
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get("content-type"), "image/webp");
      assert.match(answer.headers.get("cache-control")!, /^public, max-age=/);
      assert.match(answer.headers.get("content-security-policy")!, /sandbox/);
      const shown = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      assert.deepEqual(
        [shown.format, shown.width, shown.height, shown.exif],
        ["webp", width, width, undefined],
      );
    }
    const { etag } = Object.fromEntries((await house.request(url)).headers);
    assert.equal((await house.request(url, { headers: { "If-None-Match": etag! } })).status, 304);
    assert.equal((await house.request(url.replace("320.webp", "321.webp"))).status, 404);
    assert.equal((await house.request(url.replace(site.live.id, site.sandbox.id))).status, 404);
  });

  it("a new photo takes the old one's place, whose bytes go; null takes it away", async () => {
    const before = (await photoUrl())!;
    const old = before.split("/").at(-2)!;
    const { body } = await upload(picture, { name: "新的.jpeg" });
    await house.ok("people.setPhoto", { fileId: body.id }, coach);
    const url = await house.until("the new photo", async () => {
      const now = await photoUrl();
      return now !== before && now;
    });
    await house.until("the old bytes to go", async () => (await stored(old)).length === 0);
    assert.equal((await house.request(before)).status, 404);
    await house.ok("people.setPhoto", { fileId: null }, coach);
    assert.equal(await photoUrl(), null);
    assert.equal((await house.request(url)).status, 404);
    await house.until("all bytes to go", async () => (await stored(body.id)).length === 0);
  });

  it("415 a script, a page and a vector picture called .png; names and types that do not agree; damaged pictures", async () => {
    const png = await sharp(picture).resize(50).png().toBuffer();
    const refused: [Buffer | string, Upload, string][] = [
      ["#!/bin/sh\necho hello", { name: "me.png", type: "image/png" }, "files.type_refused"],
      ["<html><script>alert(1)</script></html>", { name: "me.png", type: "image/png" }, "files.type_refused"],
      [
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        { name: "me.svg", type: "image/svg+xml" },
        "files.type_refused",
      ],
      [png, { name: "me.jpg", type: "image/jpeg" }, "files.type_refused"],
      [png, { name: "me.png.exe", type: "image/png" }, "files.type_refused"],
      [png, { name: "me\u202egnp.exe", type: "image/png" }, "files.type_refused"],
      [png, { name: "me.png", type: "text/html" }, "files.type_refused"],
      ["%PDF-1.7 hello", { name: "me.pdf", type: "application/pdf" }, "files.type_refused"],
      [png.subarray(0, 30), { name: "me.png", type: "image/png" }, "files.unreadable"],
      [picture.subarray(0, -500), {}, "files.unreadable"],
      [Buffer.concat([png, await samples.zip()]), { name: "me.png", type: "image/png" }, "files.unreadable"],
    ];
    for (const [content, as, code] of refused) {
      const { status, body } = await upload(content, as);
      assert.deepEqual([status, body.code], [415, code], JSON.stringify(as));
    }
  });

  it("413 for 5 MB and a byte, announced or not; 201 for 5 MB", async () => {
    const exact = Buffer.concat([picture, Buffer.alloc(5 * mb - picture.length)]);
    const { status, body } = await upload(Buffer.concat([exact, Buffer.from("x")]));
    assert.deepEqual([status, body.code], [413, "files.too_large"]);
    const unannounced = await house.request(`/api/v1/files?purpose=people.photo&name=me.jpg`, {
      method: "POST",
      headers: { ...coach.headers, "Content-Type": "image/jpeg" },
      body: new Blob([exact, "x"]).stream(),
      duplex: "half",
    });
    assert.equal(unannounced.status, 413);
    assert.equal((await upload(exact)).status, 201);
    assert.deepEqual(await readdir(join(house.dataFolder, "uploads")), []);
  });

  it("402 beyond the site's quota; 400 without content, name or purpose; 401 for nobody", async () => {
    const large = await sharp({ create: { ...noise, width: 1200, height: 1200 } })
      .png()
      .toBuffer();
    const asPng = { name: "me.png", type: "image/png" };
    assert.ok(large.length > 4 * mb && large.length < 5 * mb);
    for (let time = 0; time < 2; time++) assert.equal((await upload(large, asPng)).status, 201);
    const { status, body } = await upload(large, asPng);
    assert.deepEqual([status, body.code], [402, "files.quota_reached"]);
    assert.equal((await upload("")).body.code, "files.empty");
    for (const name of ["", "..", "\u202e", "a/"])
      assert.equal((await upload(picture, { name })).body.code, "files.name_refused");
    assert.equal((await upload(picture, { purpose: "people.secrets" })).body.code, "files.purpose_unknown");
    assert.equal((await upload(picture, {}, site.visitor)).status, 401);
  });

  it("415 malware hidden in a picture; the team sees it once, nobody can open or use it, and it goes when they say so", async () => {
    const small = await sharp(picture).resize(50).jpeg().toBuffer();
    const infected = Buffer.concat([small, Buffer.from(eicar)]);
    for (let time = 0; time < 2; time++) {
      const { status, body } = await upload(infected, { name: "../../me.jpg" });
      assert.deepEqual([status, body.code], [415, "files.infected"]);
    }
    const staff = await site.staff();
    const { items } = await house.ok<{ items: { id: string; createdAt: string }[] }>(
      "files.listFindings",
      {},
      { headers: staff },
    );
    const [{ id, createdAt, ...finding } = { id: "", createdAt: "" }, ...others] = items;
    assert.deepEqual(others, []);
    assert.deepEqual(finding, {
      purpose: "people.photo",
      name: "me.jpg",
      contentType: "image/jpeg",
      bytes: infected.length,
      sha256: createHash("sha256").update(infected).digest("hex"),
      finding: "EICAR-Test-Signature",
      owner: { kind: "member", id: coach.memberId },
    });
    assert.ok(createdAt !== "");
    assert.deepEqual(await stored(id), [`${id}.quarantine`]);
    assert.equal(await house.refused("people.setPhoto", { fileId: id }, coach), "404 request.not_found");
    for (const headers of [coach.headers, staff]) {
      const link = await house.request(`/api/v1/files/${id}/link`, { method: "POST", headers });
      assert.equal(link.status, 404);
    }
    assert.equal(await house.refused("files.listFindings", {}, coach), "403 request.forbidden");
    await house.ok("files.deleteFinding", { id }, { headers: staff });
    assert.equal(
      await house.refused("files.deleteFinding", { id }, { headers: staff }),
      "404 request.not_found",
    );
    await house.until("the bytes to go", async () => (await stored(id)).length === 0);
  });

  it("404 somebody else's upload, another site's, and a link to it; the uploader gets a link that opens it", async () => {
    const small = await sharp(picture).resize(50).png().toBuffer();
    const { body } = await upload(small, { name: "it's me.png", type: "image/png" });
    const other = await site.signIn("other@example.com");
    const foreign = await house.site();
    const stranger = await foreign.signIn("coach@example.com");
    for (const { headers } of [other, stranger]) {
      assert.equal(
        await house.refused("people.setPhoto", { fileId: body.id }, { headers }),
        "404 request.not_found",
      );
      const link = await house.request(`/api/v1/files/${body.id}/link`, {
        method: "POST",
        headers,
      });
      assert.equal(link.status, 404);
    }
    const answer = await house.request(`/api/v1/files/${body.id}/link`, {
      method: "POST",
      headers: coach.headers,
    });
    const { url } = (await answer.json()) as { url: string };
    const file = await house.request(url);
    assert.equal(file.headers.get("content-disposition"), "inline; filename*=UTF-8''it%27s%20me.png");
    assert.equal(file.headers.get("x-content-type-options"), "nosniff");
    const opened = await sharp(Buffer.from(await file.arrayBuffer())).metadata();
    assert.deepEqual([opened.format, opened.width, opened.exif], ["png", 50, undefined]);
    assert.equal((await house.request(`${url.slice(0, -1)}${url.endsWith("A") ? "B" : "A"}`)).status, 404);
  });

  it("an upload that nobody attaches goes after a day", async () => {
    const owner = { Authorization: `Bearer ${site.sandboxKeys.secretKey}` };
    const small = await sharp(picture).resize(50).jpeg().toBuffer();
    const { status, body } = await upload(small, {}, owner);
    assert.equal(status, 201);
    const rows = () =>
      house.within(site.sandbox, async (scope) => await scope.query(StoredFile).where({ id: body.id }));
    assert.equal((await rows()).length, 1);
    const to = new Date(wallClock().getTime() + 25 * 3_600_000).toISOString();
    await house.ok("sandbox.clock", { to }, { headers: owner });
    await house.until("the upload to go", async () => (await rows()).length === 0);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
