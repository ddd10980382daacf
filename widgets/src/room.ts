/**
 * The height in pixels that a widget has from a width on, widest first: what its styles make it at least, and the 32 of the line below
 * it. The first selector that fits counts.
 */
export const room: Readonly<Record<string, readonly (readonly [from: number, height: number])[]>> = {
  "tessera-account": [[0, 480]],
  "tessera-booking": [
    [832, 496],
    [544, 736],
    [0, 912],
  ],
  "tessera-bookings": [[0, 460]],
  "tessera-hours": [
    [1000, 880],
    [0, 1040],
  ],
  "tessera-checkout": [[0, 272]],
  "tessera-gig": [
    [832, 736],
    [0, 1088],
  ],
  "tessera-gigs": [[0, 1056]],
  "tessera-orders": [
    [912, 344],
    [0, 488],
  ],
  "tessera-profile": [
    [736, 584],
    [544, 632],
    [376, 672],
    [0, 896],
  ],
  "tessera-match": [[0, 928]],
  "tessera-people[person]": [
    [832, 736],
    [0, 1152],
  ],
  "tessera-people": [[0, 1040]],
  "tessera-notifications[view=bell]": [[0, 44]],
  "tessera-notifications": [[0, 240]],
  "tessera-chat": [[0, 592]],
  "tessera-wallet": [[0, 512]],
};

/**
 * The height of a widget, whatever its width, for somebody who has to sign in first, or who can only be invited: while the tab keeps
 * none of these names.
 */
export const roomForStrangers: readonly (readonly [selector: string, height: number, names?: string])[] = [
  ["tessera-bookings", 344],
  ["tessera-hours", 256],
  ["tessera-orders", 344],
  ["tessera-wallet", 344],
  ["tessera-notifications:not([view=bell])", 344],
  ["tessera-match[quiz-href]", 272, "refresh|visitor"],
];
