/** How many places a key moves in a list or grid that flows with the text: arrows, Home and End of a row, Page Up and Down. */
export interface Moves {
  /** Places in a row; 1 for a plain list. */
  readonly columns: number;
  readonly direction: "ltr" | "rtl";
}

/** Places to go for a key in a grid: a step, or the edge of the row; null for any other key. */
export function stepFor(key: string, at: number, { columns, direction }: Moves): number | null {
  const onward = direction === "rtl" ? -1 : 1;
  switch (key) {
    case "ArrowLeft":
      return -onward;
    case "ArrowRight":
      return onward;
    case "ArrowUp":
      return -columns;
    case "ArrowDown":
      return columns;
    case "Home":
      return -(at % columns);
    case "End":
      return columns - 1 - (at % columns);
    default:
      return null;
  }
}
