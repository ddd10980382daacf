import { html, type TemplateResult } from "lit";
import { numberFormat } from "../base/format.ts";
import { drawing } from "./drawing.ts";
import { type Attachment } from "./outbox.ts";

/** The files of a message, each to be opened. */
export const attachmentList = (
  files: readonly Attachment[],
  tag: string,
  open: (file: Attachment) => void,
): TemplateResult[] =>
  files.map(
    (file) =>
      html`<button class="file" part="file" data-file=${file.fileId} @click=${() => open(file)}>
        ${drawing("file")}<span
          ><bdi>${file.name}</bdi> <span class="small muted">${formatBytes(tag, file.bytes)}</span></span
        >
      </button>`,
  );

function formatBytes(tag: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const options = {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  } as const;
  return numberFormat(tag, options).format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000)));
}

/** Opens a signed link in a tab of its own, or saves what is behind it. */
export function openLink(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.click();
}
