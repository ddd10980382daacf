/** The height in pixels that a widget has from a width on, widest first; what its styles make it at least. */
export const room: Readonly<Partial<Record<string, readonly (readonly [from: number, height: number])[]>>> = {
  "tessera-booking": [
    [832, 464],
    [544, 704],
    [0, 880],
  ],
  "tessera-bookings": [[0, 428]],
  "tessera-checkout": [[0, 240]],
};
