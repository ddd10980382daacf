import assert from "node:assert/strict";
import { it } from "node:test";
import { fileNameOf } from "./file-name.ts";

const names: readonly [sent: string, kept: string | null][] = [
  ["me.jpg", "me.jpg"],
  [" 新的 简历.pdf ", "新的 简历.pdf"],
  ["سيرة ذاتية.pdf", "سيرة ذاتية.pdf"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\boot.ini", "boot.ini"],
  ["C:\\fakepath\\me.png", "me.png"],
  ["/", null],
  ["..", null],
  ["", null],
  ["\u0000\u202e", null],
  ["me\u202egpj.exe", "megpj.exe"],
  ["\u2066a\u2069\u200fb.txt", "ab.txt"],
  ["a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie_ x.pdf"],
  ["a\ud800b.pdf", "ab.pdf"],
  ["cafe\u0301.pdf", "café.pdf"],
  [`<img src=x onerror="alert(1)">.png`, "_img src=x onerror=_alert(1)__.png"],
  [".htaccess", "htaccess"],
  ["trailing. . .", "trailing"],
  ["NUL.pdf", "_NUL.pdf"],
  ["com1", "_com1"],
  ["console.pdf", "console.pdf"],
  [`${"长".repeat(300)}.docx`, `${"长".repeat(195)}.docx`],
  ["x".repeat(300), "x".repeat(200)],
  [`${"👩‍💻".repeat(150)}.zip`, `${Array.from("👩‍💻".repeat(150)).slice(0, 196).join("")}.zip`],
];

for (const [sent, kept] of names) {
  it(`${JSON.stringify(sent.slice(0, 40))} is kept as ${JSON.stringify(kept?.slice(0, 40) ?? null)}`, () =>
    assert.equal(fileNameOf(sent), kept));
}

it("a kept name is kept as it is the next time", () => {
  for (const [, kept] of names) if (kept !== null) assert.equal(fileNameOf(kept), kept);
});
