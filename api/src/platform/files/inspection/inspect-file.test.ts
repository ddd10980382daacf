import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { docxOf, eicar, flated, pdfOf, pixelFlood, samples, stream, zipOf } from "../testing.ts";
import { inspectFile } from "./inspect-file.ts";

const mb = 1024 * 1024;
const types = {
  zip: "application/zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  mp4: "video/mp4",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
} as const;
type Kind = keyof typeof types;

const zeros = (megabytes: number) => Buffer.alloc(megabytes * mb);
const nested = (levels: number): Buffer =>
  levels === 0
    ? Buffer.from("hello")
    : zipOf([{ name: levels === 1 ? "hello.txt" : "inner.zip", content: nested(levels - 1) }]);

/** Two entries whose packed bytes are the same ones. */
function overlapping(): Buffer {
  const archive = zipOf([
    { name: "a.txt", content: "hello" },
    { name: "a.txt", content: "hello", offset: 0 },
  ]);
  return archive;
}

describe("a look inside files", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tessera-inspection-"));
  });
  after(() => rm(folder, { recursive: true }));

  const look = async (kind: Kind, content: Buffer) => {
    const path = join(folder, "sent");
    const target = join(folder, "sent.new");
    await writeFile(path, content);
    const inspection = await inspectFile(path, { contentType: types[kind], target });
    if (inspection?.state === "refused") return inspection.reason;
    return inspection?.state;
  };

  for (const kind of Object.keys(types) as Kind[])
    it(`an honest ${kind} is sound`, async () =>
      assert.equal(await look(kind, await samples[kind]()), "sound"));

  const cases: readonly [
    what: string,
    kind: Kind,
    content: () => Buffer | Promise<Buffer>,
    expected: string,
  ][] = [
    [
      "an archive of a document and another archive",
      "zip",
      () =>
        zipOf([
          { name: "cv.docx", content: docxOf() },
          { name: "cv.pdf", content: pdfOf() },
          { name: "more.zip", content: nested(1) },
        ]),
      "sound",
    ],
    ["an archive three deep", "zip", () => nested(3), "sound"],
    [
      "an archive with a comment",
      "zip",
      () => zipOf([{ name: "a", content: "a" }], { comment: "hello" }),
      "sound",
    ],
    ["an empty archive", "zip", () => zipOf([]), "sound"],

    ["malware in an archive", "zip", () => zipOf([{ name: "a.com", content: eicar }]), "infected"],
    [
      "malware stored in an archive",
      "zip",
      () => zipOf([{ name: "a.com", content: eicar, isDeflated: false }]),
      "infected",
    ],
    [
      "malware two archives deep",
      "zip",
      () => zipOf([{ name: "b.zip", content: zipOf([{ name: "a.com", content: eicar }]) }]),
      "infected",
    ],
    ["malware in a document", "docx", () => docxOf({ name: "word/media/a.bin", content: eicar }), "infected"],
    ["malware in a stream of a PDF", "pdf", () => pdfOf(flated("", eicar)), "infected"],

    ["an archive four deep", "zip", () => nested(4), "too_much"],
    ["51 MB in one piece", "zip", () => zipOf([{ name: "a", content: zeros(51) }]), "too_much"],
    [
      "a piece that says it is small",
      "zip",
      () => zipOf([{ name: "a", content: zeros(120), claimedSize: 5 }]),
      "too_much",
    ],
    [
      "a document of 1 kB that becomes large",
      "docx",
      () => docxOf({ name: "word/media/b.xml", content: zeros(30) }),
      "too_much",
    ],
    [
      "105 MB in many pieces",
      "zip",
      () => zipOf(Array.from({ length: 105 }, (_, at) => ({ name: `${at}`, content: zeros(1) }))),
      "too_much",
    ],
    [
      "bombs in archives in an archive",
      "zip",
      () =>
        zipOf(
          Array.from({ length: 3 }, (_, at) => ({
            name: `${at}.zip`,
            isDeflated: false,
            content: zipOf(
              Array.from({ length: 40 }, (_ignored, inner) => ({ name: `${inner}`, content: zeros(1) })),
            ),
          })),
        ),
      "too_much",
    ],
    [
      "2,001 pieces",
      "zip",
      () => zipOf(Array.from({ length: 2001 }, (_, at) => ({ name: `${at}` }))),
      "too_much",
    ],
    ["pieces that share their bytes", "zip", overlapping, "too_much"],

    [
      "a piece that says it is larger",
      "zip",
      () => zipOf([{ name: "a", content: "hello", claimedSize: 500 }]),
      "damaged",
    ],
    [
      "packed bytes that reach beyond their place",
      "zip",
      () => zipOf([{ name: "a", content: "hello", claimedPacked: 500 }]),
      "damaged",
    ],
    [
      "packed bytes that end early",
      "zip",
      () => zipOf([{ name: "a", content: "hello", claimedPacked: 3 }]),
      "damaged",
    ],
    [
      "a directory that counts more",
      "zip",
      () => zipOf([{ name: "a", content: "a" }], { claimedEntries: 2 }),
      "damaged",
    ],
    [
      "a directory with another name",
      "zip",
      () => zipOf([{ name: "a.txt", content: "a", directoryName: "a.exe" }]),
      "damaged",
    ],
    [
      "an archive behind a program",
      "zip",
      async () => Buffer.concat([Buffer.from("MZ program"), await samples.zip()]),
      "damaged",
    ],
    [
      "bytes behind an archive",
      "zip",
      async () => Buffer.concat([await samples.zip(), Buffer.from("<script>")]),
      "damaged",
    ],
    ["half an archive", "zip", async () => (await samples.zip()).subarray(0, 40), "damaged"],
    [
      "noise that begins as an archive",
      "zip",
      () => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(300, 7)]),
      "damaged",
    ],

    ["a locked archive", "zip", () => zipOf([{ name: "a", content: "a", flags: 0x801 }]), "sealed"],
    [
      "an archive packed another way",
      "zip",
      () => zipOf([{ name: "a", content: "a", method: 14 }]),
      "sealed",
    ],
    [
      "a 7z archive in an archive",
      "zip",
      () => zipOf([{ name: "a.7z", content: Buffer.from("377abcaf271c0004", "hex") }]),
      "sealed",
    ],

    ["a name that climbs", "zip", () => zipOf([{ name: "../../etc/cron.d/a", content: "a" }]), "escaping"],
    [
      "a name that climbs on Windows",
      "zip",
      () => zipOf([{ name: "a\\..\\..\\b", content: "a" }]),
      "escaping",
    ],
    ["a name from the root", "zip", () => zipOf([{ name: "/etc/passwd", content: "a" }]), "escaping"],
    ["a name on a drive", "zip", () => zipOf([{ name: "C:\\a", content: "a" }]), "escaping"],
    ["a name with NUL", "zip", () => zipOf([{ name: "a.txt\0.exe", content: "a" }]), "escaping"],
    [
      "a symbolic link",
      "zip",
      () => zipOf([{ name: "a", content: "/etc/passwd", attributes: 0o120777 * 0x10000 }]),
      "escaping",
    ],

    ["a document with macros", "docx", () => docxOf({ name: "word/vbaProject.bin", content: "x" }), "active"],
    [
      "a PDF with a script",
      "pdf",
      () => pdfOf("9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"),
      "active",
    ],
    [
      "a PDF with a script in other letters",
      "pdf",
      () => pdfOf("9 0 obj << /S /J#61vaScript >> endobj"),
      "active",
    ],
    [
      "a PDF that starts a program",
      "pdf",
      () => pdfOf("9 0 obj << /S /Launch /F (calc.exe) >> endobj"),
      "active",
    ],
    ["a PDF that carries a file", "pdf", () => pdfOf(flated("/Type /EmbeddedFile", "MZ")), "active"],
    [
      "a PDF with a script among packed objects",
      "pdf",
      () => pdfOf(flated("/Type /ObjStm /N 1 /First 4", "8 0 << /JS (x) >>")),
      "active",
    ],
    [
      "a script in a PDF in an archive",
      "zip",
      () => zipOf([{ name: "a.pdf", content: pdfOf("9 0 obj << /JS (x) >> endobj") }]),
      "active",
    ],
    [
      "a PDF that tells of scripts",
      "pdf",
      () => pdfOf("9 0 obj << /Title (Node/JS \\(/Launch\\) developer) >> endobj % /JS"),
      "sound",
    ],

    ["a locked PDF", "pdf", () => pdfOf("", "/Encrypt 8 0 R"), "sealed"],
    [
      "a PDF packed twice",
      "pdf",
      () => pdfOf(stream("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync("x")))),
      "sealed",
    ],
    ["a PDF that unpacks to 101 MB", "pdf", () => pdfOf(flated("", zeros(101))), "too_much"],
    [
      "a PDF of five streams of 90 MB",
      "pdf",
      () => pdfOf(Array.from({ length: 5 }, () => flated("", zeros(90))).join("\n")),
      "too_much",
    ],
    [
      "a PDF of 2,002 pages",
      "pdf",
      () => pdfOf("9 0 obj << /Type /Page >> endobj\n".repeat(2001)),
      "too_much",
    ],
    ["a PDF of 100,001 objects", "pdf", () => pdfOf("9 0 obj endobj\n".repeat(100_001)), "too_much"],
    [
      "a PDF without pages",
      "pdf",
      () => Buffer.from("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"),
      "damaged",
    ],
    ["half a PDF", "pdf", () => pdfOf().subarray(0, 100), "damaged"],
    [
      "a PDF that is a page too",
      "pdf",
      () => Buffer.concat([Buffer.from("%PDF-1.7\n%<html><script>alert(1)</script>\n"), pdfOf()]),
      "damaged",
    ],
    [
      "a PDF with a page behind it",
      "pdf",
      () => Buffer.concat([pdfOf(), Buffer.from("<script>alert(1)</script>")]),
      "damaged",
    ],
    [
      "a PDF that is an archive too",
      "pdf",
      async () => Buffer.concat([pdfOf(), await samples.zip()]),
      "damaged",
    ],
    ["a PDF with nothing but brackets", "pdf", () => pdfOf("(".repeat(200_000)), "sound"],

    [
      "a picture that is an archive too",
      "png",
      async () => Buffer.concat([await samples.png(), await samples.zip()]),
      "damaged",
    ],
    ["half a picture", "png", async () => (await samples.png()).subarray(0, 60), "damaged"],
    ["a picture of 30,000 by 30,000 pixels", "png", pixelFlood, "damaged"],
    [
      "a video that is an archive too",
      "mp4",
      async () => Buffer.concat([await samples.mp4(), await samples.zip()]),
      "damaged",
    ],
    [
      "a video whose box says it is larger",
      "mp4",
      async () => (await samples.mp4()).subarray(0, -10),
      "damaged",
    ],
    ["a video without index", "mp4", async () => (await samples.mp4()).subarray(0, 28), "damaged"],
  ];
  for (const [what, kind, content, expected] of cases)
    it(`${what}: ${expected}`, async () => assert.equal(await look(kind, await content()), expected));

  it("a file is found from wherever its path begins", async () => {
    const path = join(folder, "sent");
    await writeFile(path, await samples.zip());
    const from = (place: string) => relative(process.cwd(), place);
    const asked = { contentType: types.zip, target: from(join(folder, "sent.new")) };
    assert.deepEqual(await inspectFile(from(path), asked), { state: "sound" });
  });

  it("a picture is written anew: turned, without what it told, and without what was hidden behind it", async () => {
    for (const kind of ["jpg", "png", "webp", "gif"] as const) {
      await look(kind, Buffer.concat([await samples[kind](), Buffer.from("<script>alert(1)</script>")]));
      const rewritten = await readFile(join(folder, "sent.new"));
      const { format, width, height, exif } = await sharp(rewritten).metadata();
      assert.deepEqual([format, width, height, exif], [kind === "jpg" ? "jpeg" : kind, 60, 40, undefined]);
      assert.ok(!rewritten.includes("script") && !rewritten.includes("secret place"));
    }
    const sideways = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#3a6" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    assert.equal(await look("jpg", sideways), "sound");
    const { width, height } = await sharp(await readFile(join(folder, "sent.new"))).metadata();
    assert.deepEqual([width, height], [40, 60]);
  });
});
