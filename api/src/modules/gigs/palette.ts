import { type AdminEntity } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Gig } from "./models/gig.ts";
import { GigCategory } from "./models/gig-category.ts";

const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** Gigs by their title and categories by their names, for the team's palette. */
export const paletteEntities: readonly AdminEntity[] = [
  {
    kind: "gig",
    find: (scope: Scope, text: string) => scope.read`
      select id, title from ${Gig} g where title ilike ${patternOf(text)} order by id desc limit 10`,
  },
  {
    kind: "gig_category",
    find: (scope: Scope, text: string) => scope.read`
      select id, names ->> 'en' as title from ${GigCategory} c
      where exists (select from jsonb_each_text(names) n where n.value ilike ${patternOf(text)}) order by slug limit 10`,
  },
];
