import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { after, before, describe, it } from "node:test";
import { internalText } from "../../../test/protocol/internal-text.ts";
import { type SignedIn, TestHouse, type TestSite } from "../../../test/house.ts";
import { installedModules } from "../installed-modules.ts";
import { type FilePurpose } from "../module.ts";
import { StoredFile } from "./stored-file.ts";
import { docxOf, eicar, flated, pdfOf, pixelFlood, samples, zipOf } from "./testing.ts";

const mb = 1024 * 1024;
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface Answer {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

type Attack = readonly [what: string, name: string, type: string, content: Buffer | string];

const bomb = () =>
  zipOf(Array.from({ length: 105 }, (_, at) => ({ name: `${at}`, content: Buffer.alloc(mb) })));
const infectedZip = () => zipOf([{ name: "a.com", content: eicar }]);

/** What nobody may bring in anywhere, whatever it is called and says it is. */
async function attacks(): Promise<readonly Attack[]> {
  const [png, zip, jpg] = [await samples.png(), await samples.zip(), await samples.jpg()];
  return [
    ["the test file", "a.txt", "text/plain", eicar],
    ["the test file as a document", "a.pdf", "application/pdf", eicar],
    ["the test file behind a document's beginning", "a.pdf", "application/pdf", pdfOf(`% ${eicar}`)],
    ["the test file in a stream of a PDF", "a.pdf", "application/pdf", pdfOf(flated("", eicar))],
    ["the test file in an archive", "a.zip", "application/zip", infectedZip()],
    [
      "the test file in an archive in an archive",
      "a.zip",
      "application/zip",
      zipOf([{ name: "photos.zip", content: infectedZip() }]),
    ],
    [
      "the test file in an archive called otherwise, in an archive",
      "a.zip",
      "application/zip",
      zipOf([{ name: "photo.jpg", content: infectedZip() }]),
    ],
    ["the test file in an archive called a PDF", "a.pdf", "application/pdf", infectedZip()],
    ["the test file in a document", "a.docx", "", docxOf({ name: "word/media/a", content: eicar })],
    ["an archive called a document", "a.docx", word, zip],
    ["a program", "a.pdf", "application/pdf", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")],
    ["a program of Linux", "a.zip", "application/zip", Buffer.from("\x7fELF\x02\x01\x01\0", "latin1")],
    ["a page", "a.html", "text/html", "<script>alert(1)</script>"],
    ["a page as a picture", "a.png", "image/png", "<script>alert(1)</script>"],
    ["a page that begins as a GIF", "a.png", "image/png", "GIF89a/*<script>alert(1)</script>*/=1;"],
    [
      "a vector picture",
      "a.svg",
      "image/svg+xml",
      "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    ],
    ["a picture and an archive", "a.png", "image/png", Buffer.concat([png, zip])],
    ["a photo and an archive", "a.jpg", "image/jpeg", Buffer.concat([jpg, zip])],
    ["a PDF and an archive", "a.pdf", "application/pdf", Buffer.concat([pdfOf(), zip])],
    ["a PDF and a page", "a.pdf", "application/pdf", Buffer.concat([pdfOf(), Buffer.from("<script>")])],
    ["a program and an archive", "a.zip", "application/zip", Buffer.concat([Buffer.from("MZ"), zip])],
    ["a bomb", "a.zip", "application/zip", bomb()],
    [
      "a bomb in an archive",
      "a.zip",
      "application/zip",
      zipOf([{ name: "a.zip", content: bomb(), isDeflated: false }]),
    ],
    ["a document that is a bomb", "a.docx", "", docxOf({ name: "b.xml", content: Buffer.alloc(60 * mb) })],
    ["a picture of 900 million pixels", "a.png", "image/png", await pixelFlood()],
    [
      "a PDF whose packed objects are a bomb",
      "a.pdf",
      "application/pdf",
      pdfOf(flated("/Type /ObjStm /N 1 /First 4", Buffer.alloc(120 * mb))),
    ],
    [
      "a lying size",
      "a.zip",
      "application/zip",
      zipOf([{ name: "a", content: Buffer.alloc(60 * mb), claimedSize: 9 }]),
    ],
    ["names that climb", "a.zip", "application/zip", zipOf([{ name: "../../a", content: "a" }])],
    ["a name with NUL", "a.zip", "application/zip", zipOf([{ name: "a.txt\0.exe", content: "a" }])],
    ["a script in a PDF", "a.pdf", "application/pdf", pdfOf("9 0 obj << /JS (x) >> endobj")],
    ["a double ending", "a.png.exe", "image/png", png],
    ["a long name that ends in a program's", `${"x".repeat(300)}.png.exe`, "image/png", png],
    ["a turned name", "a\u202egnp.exe", "image/png", png],
    ["an ending behind NUL", "a.exe\0.png.exe", "image/png", png],
    ["a name of nothing", "../..", "image/png", png],
    ["half a picture", "a.png", "image/png", png.subarray(0, 70)],
  ];
}

/** Names that must do no harm, and what is left of them before the ending. */
const names: readonly (readonly [sent: string, kept: string])[] = [
  ["x".repeat(300), "x".repeat(196)],
  ["../../../etc/cron.d/evil", "evil"],
  ["C:\\Windows\\System32\\evil", "evil"],
  ["a\0b", "ab"],
  ["invoice\u202efdp", "invoicefdp"],
  ["invoice.exe", "invoice.exe"],
  ['"; filename="evil.html', "_; filename=_evil.html"],
  ["a\r\nSet-Cookie: a=b", "aSet-Cookie_ a=b"],
  ["<img src=x onerror=alert(1)>", "_img src=x onerror=alert(1)_"],
  ["con", "con"],
];

describe("hostile files", () => {
  let house: TestHouse;
  let site: TestSite;
  let member: SignedIn;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    member = await site.signIn("member@example.com");
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const purposes = () => installedModules().flatMap(({ files }) => files);
  const headersFor = ({ access }: FilePurpose) =>
    [access.audience].flat().includes("member") ? member.headers : site.server;
  const addressOf = (purpose: string, name: string) =>
    `/api/v1/files?${new URLSearchParams({ purpose, name }).toString()}`;
  const upload = async (purpose: FilePurpose, name: string, type: string, content: Buffer | string) => {
    const answer = await house.request(addressOf(purpose.name, name), {
      method: "POST",
      headers: { ...headersFor(purpose), "Content-Type": type },
      body: typeof content === "string" ? content : new Uint8Array(content),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  const kept = () =>
    house.within(
      site.live,
      async (scope) => await scope.query(StoredFile).whereNot({ state: "infected" }).resultSize(),
    );
  const nothingUnderWay = async () =>
    assert.deepEqual(await readdir(join(house.dataFolder, "uploads")).catch(() => []), []);
  /** One file of the first kind a purpose accepts. */
  const honest = async ({ accepts }: FilePurpose) => {
    const type = accepts.find((each) => each === "image/png" || each === "application/pdf")!;
    const ending = type === "image/png" ? ("png" as const) : ("pdf" as const);
    return { type, ending, content: await samples[ending]() };
  };

  it("no purpose keeps one; each is refused with a sentence, and others are answered meanwhile", async (t) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const measured = async (work: Promise<unknown>) => {
      delay.reset();
      delay.enable();
      await work;
      delay.disable();
      return delay.percentile(99);
    };
    const ping = async () => {
      for (let time = 0; time < 30; time++)
        assert.equal((await house.request("/api/v1/files/findings", { headers: site.server })).status, 200);
    };
    const quiet = await measured(ping());
    const all = await attacks();
    assert.ok(purposes().length >= 2);
    const before = await kept();
    const refused = async () => {
      for (const purpose of purposes()) {
        for (const [what, name, type, content] of all) {
          const { status, body } = await upload(purpose, name, type, content);
          const about = `${purpose.name}: ${what} is answered ${status} ${JSON.stringify(body)}`;
          assert.ok([400, 413, 415].includes(status), about);
          assert.match(body.code, /^files\./, about);
          assert.match(body.message, /^[A-Z].*\.$/, about);
          assert.doesNotMatch(JSON.stringify(body), internalText, about);
        }
      }
    };
    const loud = await measured(Promise.all([refused(), ping()]));
    assert.equal(await kept(), before);
    await nothingUnderWay();
    t.diagnostic(
      `delay of the event loop, 99th percentile: ${(loud / quiet).toFixed(1)} times that without hostile files`,
    );
  });

  it("201 hostile names are stored harmlessly for every purpose, and sent as what cannot run", async () => {
    for (const purpose of purposes()) {
      const { type, ending, content } = await honest(purpose);
      for (const [sent, expected] of names) {
        const { status, body } = await upload(purpose, `${sent}.${ending}`, type, content);
        const about = `${purpose.name}: ${JSON.stringify(sent)} ${JSON.stringify(body)}`;
        assert.equal(status, 201, about);
        const name = `${expected === "con" ? "_con" : expected}.${ending}`;
        assert.equal(body.name, name, about);
        const shown = await house.request(`/api/v1/files/${body.id}`, { headers: headersFor(purpose) });
        const { link } = (await shown.json()) as { link: { url: string } };
        const opened = await house.request(link.url);
        assert.equal(opened.status, 200);
        assert.equal(opened.headers.get("content-type"), type);
        assert.equal(opened.headers.get("x-content-type-options"), "nosniff");
        assert.match(opened.headers.get("content-security-policy") ?? "", /default-src 'none'; sandbox/);
        assert.equal(opened.headers.get("set-cookie"), null);
        const how = ending === "png" ? "inline" : "attachment";
        const disposition = opened.headers.get("content-disposition") ?? "";
        assert.match(disposition, new RegExp(`^${how}; filename\\*=UTF-8''[\\w.%~!-]+$`), about);
        assert.equal(decodeURIComponent(disposition.split("''")[1] ?? ""), name);
        await opened.arrayBuffer();
      }
    }
  });

  /** Sends a request as these bytes and no others; answers the status, 0 when the server only hung up. */
  async function send(head: readonly string[], body: Buffer, thenCloses = false): Promise<number> {
    const { hostname, port } = new URL(house.house.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    await once(socket, "connect");
    let heard = "";
    socket.setEncoding("latin1").on("data", (text: string) => (heard += text));
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    socket.write(body);
    if (thenCloses) socket.end();
    const patience = new Promise((resolve) => setTimeout(resolve, 5000));
    const answered = new Promise<void>((resolve) => socket.on("data", () => resolve()));
    await Promise.race([answered, once(socket, "close"), patience]);
    socket.destroy();
    assert.doesNotMatch(heard, internalText);
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
  }

  it("lying lengths are refused for every purpose, and nothing of them is kept", async () => {
    for (const purpose of purposes()) {
      const { type, ending, content } = await honest(purpose);
      const before = await kept();
      const head = [
        `POST ${addressOf(purpose.name, `a.${ending}`)} HTTP/1.1`,
        "Host: a",
        `Content-Type: ${type}`,
        ...Object.entries(headersFor(purpose)).map(([name, value]) => `${name}: ${value}`),
      ];
      const says = (length: number) => [...head, `Content-Length: ${length}`];
      const chunked = [...head, "Transfer-Encoding: chunked"];
      const chunkOf = (bytes: Buffer, claimed = bytes.length) =>
        Buffer.concat([Buffer.from(`${claimed.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
      const end = Buffer.from("0\r\n\r\n");
      const most = purpose.maxBytes;
      const chunks = Buffer.concat([chunkOf(Buffer.alloc(most + 1)), end]);

      const less = await send(says(content.length - 20), content);
      assert.ok([400, 415].includes(less), `less than it sends: ${less}`);
      assert.ok(
        [0, 400].includes(await send(says(content.length + 20), content, true)),
        "more than it sends",
      );
      assert.equal(await send(says(most + 1), content), 413, "more than is taken");
      assert.equal(await send(says(9_999_999_999_999), content), 413, "more than anybody has");
      assert.equal(await send(says(-1), content), 400, "less than nothing");
      assert.equal(await send(says(0), Buffer.alloc(0)), 400, "nothing");
      assert.equal(
        await send([...says(5), `Content-Length: ${content.length}`], content),
        400,
        "two lengths",
      );
      assert.equal(await send([...says(5), "Transfer-Encoding: chunked"], content), 400, "both");
      assert.equal(await send(chunked, chunks), 413, "chunks without end");
      const lying = Buffer.concat([chunkOf(content, content.length - 9), end]);
      assert.equal(await send(chunked, lying), 400, "a chunk that is longer than it says");
      assert.equal(await kept(), before);
      assert.equal(await send(chunked, Buffer.concat([chunkOf(content), end])), 201, "honest chunks");
    }
    await house.until("unfinished uploads to go", async () => {
      const left = await readdir(join(house.dataFolder, "uploads"));
      return left.length === 0;
    });
  });
});
