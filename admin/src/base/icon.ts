import { svg, html, type TemplateResult } from "lit";

// Drawn on a 24 x 24 grid with round strokes.
const shapes = {
  overview: "M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z",
  orders: "M6 4h12v16l-3-2-3 2-3-2-3 2zM9.500 9h5M9.500 13h5",
  payments: "M3.5 6.5h17v11h-17zM3.5 10.5h17M7 14.500h3.500",
  payouts: "M3.5 8.500h17v10h-17zM12 15.500v-11M8.500 8l3.500-3.500 3.500 3.500",
  credits:
    "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM15 9.500c-.7-1-1.800-1.500-3-1.500a4 4 0 1 0 0 8c1.200 0 2.300-.5 3-1.500",
  webhooks: "M4 12h5M9 8v8a1 1 0 0 0 1 1h3V7h-3a1 1 0 0 0-1 1zM13 9.5h4M13 14.5h4M20 12h-.01",
  connections: "M9 8V4M15 8V4M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v3.5",
  members:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c1-3.2 3.6-4.5 6.5-4.5s5.5 1.3 6.5 4.5M16 5a3.5 3.5 0 0 1 0 6.5M18 15.2c1.700.6 2.9 2 3.5 4.3",
  applications: "M6 4h8l4 4v12H6zM14 4v4h4M9 14.5l2 2 4-4",
  gigs: "M4 4h8.500l7.500 7.500-8.500 8.500L4 12.500zM8.500 8.500h.01",
  moderation: "M6 20V4h12l-2.5 4.500 2.500 4.500H6",
  keys: "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v3M17 12v2.5",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  chevron: "M8 10l4 4 4-4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1.2-3.6 4.1-5 7.5-5s6.3 1.4 7.5 5",
  bookings: "M5 6.5h14V20H5zM5 10.5h14M8.5 4v4M15.5 4v4M8.5 15l2.5 2 4.5-4",
  mails: "M4 6h16v12H4zM4.500 7l7.500 6 7.500-6",
  audit: "M8 4h8v3H8zM8 5.500H5.500V20h13V5.500H16M8.500 11.500h7M8.500 15.500h4.500",
  plan: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM16.500 13.500v6M13.500 16.500h6",
  team: "M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM5 20c.8-4 3.600-5.500 7-5.500s6.200 1.500 7 5.500z",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500l4.500 4.500",
  sort: "M8 10l4-4 4 4M8 14l4 4 4-4",
  rising: "M12 19V6M7 11l5-5 5 5",
  falling: "M12 5v13M7 13l5 5 5-5",
  keyboard: "M3 7h18v10H3zM7 10.500h.01M11 10.500h.01M15 10.500h.01M8 14h8",
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
