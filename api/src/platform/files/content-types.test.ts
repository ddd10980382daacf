import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { agreedType } from "./content-types.ts";
import { samples } from "./testing.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("types of files", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tessera-types-"));
  });
  after(() => rm(folder, { recursive: true }));

  const typeOf = async (content: Buffer | string, name: string, declared: string) => {
    const path = join(folder, "sent");
    await writeFile(path, content);
    return agreedType(path, { name, declared });
  };

  const known: readonly [kind: keyof typeof samples, name: string, type: string][] = [
    ["jpg", "a.jpg", "image/jpeg"],
    ["jpg", "a.JPEG", "image/jpeg"],
    ["png", "a.png", "image/png"],
    ["webp", "a.webp", "image/webp"],
    ["gif", "a.gif", "image/gif"],
    ["pdf", "a.pdf", "application/pdf"],
    ["doc", "a.doc", "application/msword"],
    ["docx", "a.docx", docx],
    ["zip", "a.zip", "application/zip"],
    ["mp4", "a.mp4", "video/mp4"],
    ["txt", "a.txt", "text/plain"],
    ["txt", "a.md", "text/markdown"],
    ["txt", "a.csv", "text/csv"],
  ];
  for (const [kind, name, type] of known) {
    it(`${name} is ${type}, declared as such, as bytes, or not at all`, async () => {
      const content = await samples[kind]();
      for (const declared of [type, "application/octet-stream", ""])
        assert.equal(await typeOf(content, name, declared), type, declared);
      assert.equal(await typeOf(content, name, "text/html"), null);
    });
  }

  it("what Windows declares for archives is taken", async () =>
    assert.equal(
      await typeOf(await samples.zip(), "a.zip", "application/x-zip-compressed"),
      "application/zip",
    ));

  it("no content passes under the name of another kind", async () => {
    const families = Object.groupBy(known, ([kind]) => kind);
    for (const kind of Object.keys(families)) {
      const content = await samples[kind as keyof typeof samples]();
      for (const [other, name, type] of known) {
        if (other !== kind) assert.equal(await typeOf(content, name, type), null, `${kind} as ${name}`);
      }
    }
  });

  const refused: readonly [what: string, content: Buffer | string, name: string, declared: string][] = [
    ["a program", Buffer.from("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "latin1"), "a.pdf", ""],
    ["a program of Linux", Buffer.from("\x7fELF\x02\x01\x01", "latin1"), "a.png", "image/png"],
    ["a script", "#!/bin/sh\nrm -rf ~\n", "a.jpg", "image/jpeg"],
    ["a page", "<!doctype html><script>alert(1)</script>", "a.html", "text/html"],
    ["a page called a picture", "<!doctype html><script>alert(1)</script>", "a.png", "image/png"],
    [
      "a vector picture",
      "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
      "a.svg",
      "image/svg+xml",
    ],
    ["a vector picture called a picture", "<?xml version='1.0'?><svg/>", "a.png", "image/png"],
    ["a double ending", "hello", "a.txt.exe", "text/plain"],
    ["a name without ending", "hello", "readme", "text/plain"],
    ["an installer called a document", Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.doc", "application/msword"],
    ["text with a NUL", "hel\u0000lo", "a.txt", "text/plain"],
    ["text that is no UTF-8", Buffer.from([0xff, 0xfe, 0x41]), "a.txt", "text/plain"],
    ["a Java archive", "PK\u0003\u0004\u0014\u0000", "a.jar", "application/java-archive"],
  ];
  for (const [what, content, name, declared] of refused)
    it(`${what} is refused as ${name}`, async () =>
      assert.equal(await typeOf(content, name, declared), null));
});
