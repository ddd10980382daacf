/** A category as far as moving it is concerned; they stand parents before children, siblings in their order. */
interface Placed {
  readonly id: string;
  readonly parentId: string | null;
}

/** Where a category can be moved by one step. */
export const directions = ["up", "down", "inward", "outward"] as const;
export type Direction = (typeof directions)[number];

/** The new place of a category that moves one step; null where there is no such place. */
export function placeAfter(
  tree: readonly Placed[],
  id: string,
  direction: Direction,
): { readonly parentId: string | null; readonly beforeId: string | null } | null {
  const own = tree.find((each) => each.id === id);
  if (!own) return null;
  const siblings = tree.filter((each) => each.parentId === own.parentId);
  const at = siblings.indexOf(own);
  const { parentId } = own;
  const before = siblings[at - 1];
  switch (direction) {
    case "up":
      return before ? { parentId, beforeId: before.id } : null;
    case "down":
      return siblings[at + 1] ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null;
    case "inward":
      return before ? { parentId: before.id, beforeId: null } : null;
    case "outward": {
      const parent = tree.find((each) => each.id === parentId);
      if (!parent) return null;
      const uncles = tree.filter((each) => each.parentId === parent.parentId);
      return { parentId: parent.parentId, beforeId: uncles[uncles.indexOf(parent) + 1]?.id ?? null };
    }
  }
}
