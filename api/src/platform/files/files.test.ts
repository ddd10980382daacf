import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import sharp from "sharp";
import { ClamdServer } from "../../../test/clamd-server.ts";
import { type SignedIn, TestHouse, type TestSite } from "../../../test/house.ts";
import { s3Account, S3Server } from "../../../test/s3-server.ts";
import { wallClock } from "../clock.ts";
import { listOpenTasks } from "../operator-tasks.ts";
import { setTimer } from "../timers/timer.ts";
import { days, minutes, plus } from "../time.ts";
import { discardFile } from "./attach.ts";
import { StoredFile } from "./stored-file.ts";
import { eicar, pdfOf, samples } from "./testing.ts";

const mb = 1024 * 1024;

interface Kept {
  readonly id: string;
  readonly state: string;
  readonly bytes: number;
  readonly name: string;
  readonly code: string;
}

interface Shown extends Kept {
  readonly isAttached: boolean;
  readonly link: { readonly url: string; readonly previewUrl: string | null; readonly expiresAt: string };
}

describe("files in a bucket, scanned by a daemon", () => {
  let store: S3Server;
  let scanner: ClamdServer;
  let house: TestHouse;
  let site: TestSite;
  let member: SignedIn;
  before(async () => {
    store = await new S3Server().open();
    scanner = await new ClamdServer({ maxBytes: 25 * mb }).open();
    house = await TestHouse.open({
      variables: {
        S3_ENDPOINT: store.url,
        S3_BUCKET: s3Account.bucket,
        S3_REGION: s3Account.region,
        S3_ACCESS_KEY_ID: s3Account.accessKeyId,
        S3_SECRET_ACCESS_KEY: s3Account.secretAccessKey,
        CLAMD_URL: scanner.address,
        FILE_MEMBER_QUOTA_MB: "6",
      },
    });
    site = await house.site();
    member = await site.signIn("member@example.com");
  });
  after(async () => {
    await house.close();
    await store.stop();
    await scanner.stop();
  });
  beforeEach(() => {
    scanner.trouble = null;
    store.plan = [];
  });

  const upload = async (
    content: Buffer | string,
    { name = "me.png", type = "image/png", purpose = "people.photo" } = {},
    headers = member.headers,
  ) => {
    const query = new URLSearchParams({ purpose, name }).toString();
    const answer = await house.request(`/api/v1/files?${query}`, {
      method: "POST",
      headers: { ...headers, "Content-Type": type },
      body: typeof content === "string" ? content : new Uint8Array(content),
    });
    return { status: answer.status, body: (await answer.json()) as Kept };
  };
  const show = async (id: string, headers = member.headers) => {
    const answer = await house.request(`/api/v1/files/${id}`, { headers });
    return { status: answer.status, body: (await answer.json()) as Shown };
  };
  const keysOf = (id: string) =>
    [...store.objects.keys()].filter((key) => key.startsWith(`${site.live.id}/${id}`));
  const noise = (pixels: number) =>
    sharp({
      create: {
        width: pixels,
        height: pixels,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();

  it("201 clean, kept in the bucket; GET shows it with a link and a preview", async () => {
    const { status, body } = await upload(await noise(900), { name: "../a b\u202e.png" });
    assert.deepEqual([status, body.state, body.name], [201, "clean", "a b.png"]);
    assert.deepEqual(keysOf(body.id), [`${site.live.id}/${body.id}`]);
    const shown = await show(body.id);
    assert.deepEqual([shown.status, shown.body.isAttached, shown.body.bytes], [200, false, body.bytes]);
    const lifetime = Date.parse(shown.body.link.expiresAt) - wallClock().getTime();
    assert.ok(lifetime > minutes(14) && lifetime <= minutes(15));
    const whole = await house.request(shown.body.link.url);
    assert.equal(Number(whole.headers.get("content-length")), body.bytes);
    for (let time = 0; time < 2; time++) {
      const preview = await house.request(shown.body.link.previewUrl!);
      const { format, width, height } = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
      assert.deepEqual([format, width, height], ["webp", 640, 640]);
    }
    assert.equal(keysOf(body.id).length, 2);
  });

  it("200 a document's first page is its preview, the document itself is saved; 404 one that cannot be drawn", async () => {
    const drawing = "0.2 0.4 0.9 rg 20 20 100 100 re f";
    const page = `4 0 obj << /Length ${drawing.length} >> stream\n${drawing}\nendstream endobj`;
    const { body } = await upload(
      pdfOf(page).toString("latin1").replace("/MediaBox", "/Contents 4 0 R /MediaBox"),
      {
        name: "plan.pdf",
        type: "application/pdf",
        purpose: "messaging.attachment",
      },
    );
    const { link } = (await show(body.id)).body;
    const preview = await house.request(link.previewUrl!);
    assert.equal(preview.headers.get("content-type"), "image/webp");
    const { data, info } = await sharp(Buffer.from(await preview.arrayBuffer()))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [640, 640]);
    const at = (x: number, y: number) => data[(y * info.width + x) * 3] ?? 0;
    assert.ok(at(200, 450) < 90, "the square is blue");
    assert.ok(at(600, 40) > 240, "the paper is white");
    const whole = await house.request(link.url);
    assert.match(whole.headers.get("content-disposition") ?? "", /^attachment/);
    const broken = await upload(pdfOf().toString("latin1").replace("/Kids [3 0 R]", "/Kids [8 0 R]"), {
      name: "broken.pdf",
      type: "application/pdf",
      purpose: "messaging.attachment",
    });
    const { previewUrl } = (await show(broken.body.id)).body.link;
    assert.equal((await house.request(previewUrl!)).status, 404);
    const afterwards = (await show(broken.body.id)).body;
    assert.equal(afterwards.link.previewUrl, null, "it is known to have none");
    // Whole bytes in its place would be drawn now, if anybody tried.
    const key = `${site.live.id}/${broken.body.id}`;
    store.objects.set(key, { ...store.objects.get(key)!, content: pdfOf() });
    assert.equal((await house.request(previewUrl!)).status, 404, "nobody tries again");
  });

  it("206 a part, 416 a part beyond the end; the whole for another version", async () => {
    const { body } = await upload(await noise(40));
    const { url } = (await show(body.id)).body.link;
    const whole = Buffer.from(await (await house.request(url)).arrayBuffer());
    const part = await house.request(url, { headers: { Range: "bytes=10-19" } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get("content-range"), `bytes 10-19/${body.bytes}`);
    assert.ok(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(10, 20)));
    const beyond = await house.request(url, { headers: { Range: `bytes=${body.bytes}-` } });
    assert.deepEqual([beyond.status, beyond.headers.get("content-range")], [416, `bytes */${body.bytes}`]);
    const etag = part.headers.get("etag")!;
    for (const [version, status] of [
      [etag, 206],
      ['"another"', 200],
    ] as const) {
      const answer = await house.request(url, { headers: { Range: "bytes=0-4", "If-Range": version } });
      assert.equal(answer.status, status);
      await answer.arrayBuffer();
    }
  });

  it("206 a video by parts, as its type, for players of other origins", async () => {
    const { body } = await upload(await samples.mp4(), {
      name: "lesson.mp4",
      type: "video/mp4",
      purpose: "messaging.attachment",
    });
    const { link } = (await show(body.id)).body;
    assert.equal(link.previewUrl, null);
    const begun = await house.request(link.url, { headers: { Range: "bytes=0-" } });
    assert.deepEqual(
      ["content-type", "accept-ranges", "cross-origin-resource-policy", "content-range"].map((name) =>
        begun.headers.get(name),
      ),
      ["video/mp4", "bytes", "cross-origin", `bytes 0-${body.bytes - 1}/${body.bytes}`],
    );
    assert.equal(begun.status, 206);
    assert.equal((await begun.arrayBuffer()).byteLength, body.bytes);
    const last = await house.request(link.url, { headers: { Range: "bytes=-4" } });
    assert.equal(
      last.headers.get("content-range"),
      `bytes ${body.bytes - 4}-${body.bytes - 1}/${body.bytes}`,
    );
    assert.equal((await last.arrayBuffer()).byteLength, 4);
  });

  it("404 for anybody else: another member, another site, a link that was altered", async () => {
    const { body } = await upload(await samples.png());
    const other = await site.signIn("other@example.com");
    const stranger = await (await house.site()).signIn("member@example.com");
    for (const { headers } of [other, stranger]) {
      assert.equal((await show(body.id, headers)).status, 404);
      assert.equal(
        await house.refused("files.deleteFile", { id: body.id }, { headers }),
        "404 request.not_found",
      );
    }
    const { url } = (await show(body.id)).body.link;
    const token = url.split("/").at(-1)!;
    for (let at = 0; at < token.length; at += 7) {
      const altered = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
      assert.equal((await house.request(`/files/${altered}`)).status, 404, String(at));
    }
  });

  it("a member deletes an upload that nothing uses; 409 for one in use", async () => {
    const [spare, used] = [await upload(await samples.png()), await upload(await samples.png())];
    await house.ok("files.deleteFile", { id: spare.body.id }, member);
    assert.equal((await show(spare.body.id)).status, 404);
    await house.until("the bytes to go", async () => keysOf(spare.body.id).length === 0);
    await house.ok("people.setPhoto", { fileId: used.body.id }, member);
    assert.equal(await house.refused("files.deleteFile", { id: used.body.id }, member), "409 files.in_use");
  });

  it("409 beyond the member's own room, also for two at once; room comes back with a deletion", async () => {
    const crowd = await site.signIn("crowd@example.com");
    const large = await noise(1000);
    assert.ok(large.length > 2 * mb && large.length < 3.5 * mb, String(large.length));
    const answers = await Promise.all([1, 2, 3].map(() => upload(large, {}, crowd.headers)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 201, 409],
    );
    const refused = answers.find(({ status }) => status === 409)!;
    assert.equal(refused.body.code, "files.own_quota_reached");
    const [kept] = answers.filter(({ status }) => status === 201);
    await house.ok("files.deleteFile", { id: kept!.body.id }, crowd);
    assert.equal((await upload(large, {}, crowd.headers)).status, 201);
  });

  it("503 while the scanner does not answer: nothing is kept unchecked", async () => {
    const before = store.objects.size;
    for (const trouble of ["hangs_up", "no_database"] as const) {
      scanner.trouble = trouble;
      const { status, body } = await upload(await samples.png());
      assert.deepEqual([status, body.code], [503, "files.not_scanned"]);
    }
    assert.equal(store.objects.size, before);
    scanner.trouble = null;
    assert.equal((await upload(await samples.png())).status, 201);
  });

  it("503 while the store refuses, 201 when it only hesitates; what was not stored takes no room", async () => {
    store.plan = [503, 503, 503];
    const { status, body } = await upload(await samples.png());
    assert.deepEqual([status, body.code], [503, "request.unavailable"]);
    const unfinished = () =>
      house.within(
        site.live,
        async (scope) => await scope.query(StoredFile).where({ state: "pending" }).resultSize(),
      );
    await house.until("the row to go", async () => (await unfinished()) === 0);
    store.plan = [503];
    assert.equal((await upload(await samples.png())).status, 201);
  });

  it("415 what the daemon finds lies in the bucket's quarantine under the daemon's word for it", async () => {
    const { status, body } = await upload(Buffer.concat([await samples.png(), Buffer.from(eicar)]));
    assert.deepEqual([status, body.code], [415, "files.infected"]);
    const { items } = await house.ok<{ items: { id: string; finding: string }[] }>(
      "files.listFindings",
      {},
      { headers: await site.staff() },
    );
    assert.equal(items[0]?.finding, "Eicar-Test-Signature");
    const others = { purpose: "messaging.attachment" };
    const { items: elsewhere } = await house.ok<{ items: object[] }>("files.listFindings", others, {
      headers: await site.staff(),
    });
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(keysOf(items[0].id), [`${site.live.id}/${items[0].id}.quarantine`]);
    assert.equal((await show(items[0].id)).status, 404);
  });

  it("every day what has no row goes, and operators hear of rows without bytes", async () => {
    const { body } = await upload(await samples.png());
    const key = `${site.live.id}/${body.id}`;
    const stray = `${site.live.id}/019f0000-0000-7000-8000-000000000001`;
    const fresh = `${site.live.id}/019f0000-0000-7000-8000-000000000002.96`;
    const foreign = "019f0000-0000-7000-8000-000000000003/019f0000-0000-7000-8000-000000000004";
    const old = plus(wallClock(), -days(2));
    const lost = store.objects.get(key)!;
    store.objects.set(stray, { content: Buffer.from("x"), writtenAt: old });
    store.objects.set(foreign, { content: Buffer.from("x"), writtenAt: old });
    store.objects.set(fresh, { content: Buffer.from("x"), writtenAt: wallClock() });
    store.objects.delete(key);
    const sweep = () =>
      house.within(site.live, async (scope) => {
        await scope.query(StoredFile).where({ id: body.id }).patch({ createdAt: old });
        await setTimer(scope, { name: "files.sweep", subjectId: site.live.id, dueAt: scope.now });
      });
    const tasks = () =>
      house.within(site.live, async (scope) =>
        (await listOpenTasks(scope, 50)).filter(({ kind }) => kind === "files.bytes_missing"),
      );
    await sweep();
    await house.until("the operator's task", async () => (await tasks()).length > 0);
    assert.deepEqual(
      (await tasks()).map(({ subjectId }) => subjectId),
      [body.id],
    );
    assert.deepEqual(
      [stray, fresh, foreign].map((each) => store.objects.has(each)),
      [false, true, true],
    );
    store.objects.set(key, lost);
    await sweep();
    await house.until("the task to close", async () => (await tasks()).length === 0);
    await house.within(site.live, (scope) => discardFile(scope, body.id));
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
