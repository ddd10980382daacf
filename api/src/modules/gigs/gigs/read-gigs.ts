import { StoredFile } from "../../../platform/files/stored-file.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Gig } from "../models/gig.ts";
import { GigCategory } from "../models/gig-category.ts";
import { GigMedia } from "../models/gig-media.ts";
import { GigPackage } from "../models/gig-package.ts";
import { inOrder } from "../rules/tiers.ts";

/** A gig with everything that belongs to it. */
export interface WholeGig {
  readonly gig: Gig;
  /** The smallest first. */
  readonly packages: readonly GigPackage[];
  /** In their order. */
  readonly media: readonly StoredFile[];
  readonly category: Pick<GigCategory, "id" | "slug" | "names" | "archivedAt"> | null;
}

/** Gigs with everything that belongs to them, in the order given. */
export async function wholeGigs(scope: Scope, gigs: readonly Gig[]): Promise<WholeGig[]> {
  if (gigs.length === 0) return [];
  const ids = gigs.map(({ id }) => id);
  const [packages, media, categories] = await Promise.all([
    scope.read<GigPackage>`select * from ${GigPackage} p where gig_id = any(${ids}::uuid[])`,
    scope.read<StoredFile & { gigId: string }>`
      select f.*, m.gig_id from ${GigMedia} m join ${StoredFile} f on f.id = m.file_id
      where m.gig_id = any(${ids}::uuid[]) and f.discarded_at is null order by m.position, f.id`,
    scope.read<GigCategory>`
      select id, slug, names, archived_at from ${GigCategory} c
      where id = any(${gigs.flatMap(({ categoryId }) => categoryId ?? [])}::uuid[])`,
  ]);
  return gigs.map((gig) => ({
    gig,
    packages: inOrder(packages.filter(({ gigId }) => gigId === gig.id)),
    media: media.filter(({ gigId }) => gigId === gig.id),
    category: categories.find(({ id }) => id === gig.categoryId) ?? null,
  }));
}

/** The gig of an id with everything that belongs to it; null when there is none. */
export async function findWholeGig(scope: Scope, id: string): Promise<WholeGig | null> {
  const [whole] = await wholeGigs(scope, await scope.read<Gig>`select * from ${Gig} g where id = ${id}`);
  return whole ?? null;
}
