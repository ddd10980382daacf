import { plainWords } from "../../../platform/providers/search/words.ts";
import { type Gig } from "../models/gig.ts";
import { type Alike } from "../rules/likeness.ts";

/** A gig as it is compared with others. */
export interface Compared extends Alike {
  readonly gig: Gig;
}

/** A gig as it is compared with others. */
export const compared = (gig: Gig): Compared => ({
  gig,
  categoryId: gig.categoryId,
  tags: gig.tags,
  words: plainWords(gig.title),
});
