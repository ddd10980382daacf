import sharp from "sharp";
import { type Upload } from "./upload.ts";

type DemoFile = Omit<Upload, "purpose">;

/** A page with a heading and lines below it, as a PDF that every reader opens. */
export function pdfPage(name: string, heading: string, lines: readonly string[]): DemoFile {
  const shown = (text: string) => `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj`;
  const text = [
    "BT /F2 20 Tf 64 760 Td",
    shown(heading),
    "/F1 12 Tf 0 -36 Td 20 TL",
    ...lines.map((line) => `${shown(line)} T*`),
    "ET",
  ].join("\n");
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ];
  let body = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name, contentType: "application/pdf", content: Buffer.from(body + table + end, "latin1") };
}

/** A wall with notes in three columns, as somebody photographs it after a workshop. */
export async function wallOfNotes(name: string): Promise<DemoFile> {
  const colours = ["#f6d365", "#f4a7b9", "#a8d8b9", "#a9c9f0"];
  const notes = ["Keep", "Change", "Try"].flatMap((column, across) => {
    const left = 90 + across * 380;
    const head = `<text x="${left + 140}" y="110" font-size="44" font-weight="600" text-anchor="middle" fill="#4a4238">${column}</text>`;
    const cards = Array.from({ length: 4 - across }, (_, down) => {
      const [x, y] = [left + 16 * (down % 2), 150 + down * 160];
      const lines = [34, 62, 90].map(
        (line, at) =>
          `<rect x="${x + 24}" y="${y + line}" width="${200 - 40 * at}" height="9" rx="4" fill="#00000055"/>`,
      );
      const card = `<rect x="${x}" y="${y}" width="260" height="132" rx="4" fill="${colours[(across + down) % 4]}"/>`;
      return `<g transform="rotate(${(down - across) * 1.5} ${x} ${y})">${card}${lines.join("")}</g>`;
    });
    return [head, ...cards];
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="840" font-family="sans-serif"><rect width="1240" height="840" fill="#efe9df"/>${notes.join("")}</svg>`;
  const content = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
  return { name, contentType: "image/jpeg", content };
}
