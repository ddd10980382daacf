import { svg, html, type TemplateResult } from "lit";

// Drawn on a 24 x 24 grid with round strokes.
const shapes = {
  overview: "M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z",
  chevron: "M8 10l4 4 4-4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1.2-3.6 4.1-5 7.5-5s6.3 1.4 7.5 5",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  leave: "M14 8V5a1 1 0 0 0-1-1H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-3M10 12h10M17 9l3 3-3 3",
  menu: "M4 7h16M4 12h16M4 17h16",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
} as const;

export type IconName = keyof typeof shapes;

/** A small drawing beside a text that says the same: hidden from people who listen. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d=${shapes[name]}></path>`}
  </svg>`;
