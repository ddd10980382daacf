/** A CSV file's text, with CRLF and quotes as in RFC 4180. No cell of it can be a formula of a spreadsheet. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(text: string): string {
  // OWASP, CSV injection: a leading apostrophe makes spreadsheets read the cell as text.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Hands a CSV file to the browser's downloads. */
export function download(name: string, rows: readonly (readonly string[])[]): void {
  // Excel takes a file without the mark for one in the machine's old code page.
  const address = URL.createObjectURL(new Blob(["\uFEFF", csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
