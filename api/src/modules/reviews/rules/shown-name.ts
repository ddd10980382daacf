const latin = /^\p{Script=Latin}+$/u;

/** How a reviewer is called in public: the given name and an initial where that is the custom, else the name as it is. */
export function shownName(name: string): string {
  const [given = "", ...rest] = name.trim().split(/\s+/);
  const family = rest.at(-1) ?? "";
  return latin.test(family) ? `${given} ${family.slice(0, 1).toUpperCase()}.` : name.trim();
}
