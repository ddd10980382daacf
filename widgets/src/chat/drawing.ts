import { html, type TemplateResult } from "lit";

// Drawn on a 24 x 24 grid with round strokes, as the icons all widgets have.
const shapes = {
  archive: "M4 4h16v5H4zM6 9v11h12V9M10 13h4",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  group: "M3 19a6 6 0 0 1 11 0M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18 8v6M15 11h6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  muted: "M6 16V11a6 6 0 0 1 9-5.2M18 11v5l1.5 2h-13M10 21h4M4 3l16 18",
  pinned: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20 20",
  send: "M4 12l16-8-6 16-3-7z",
} as const;

/** A small drawing in a button or beside a text that says the same: hidden from people who listen. */
export const drawing = (name: keyof typeof shapes): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shapes[name]}></path></svg>`;

/** What a button without words looks like and does. */
interface Tool {
  readonly shape: keyof typeof shapes;
  /** What it does, in words. */
  readonly label: string;
  readonly deed: string;
  readonly work: () => void;
}

/** A button with a drawing in place of its words. */
export const tool = ({ shape, label, deed, work }: Tool): TemplateResult =>
  html`<button class="tool" part="button" data-deed=${deed} aria-label=${label} title=${label} @click=${work}>
    ${drawing(shape)}
  </button>`;
