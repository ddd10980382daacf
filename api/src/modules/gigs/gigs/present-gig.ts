import { type z } from "zod";
import { isPicture } from "../../../platform/files/content-types.ts";
import { linkTo } from "../../../platform/files/links.ts";
import { type StoredFile } from "../../../platform/files/stored-file.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readPeople } from "../../people/index.ts";
import { type GigRating, readGigRatings } from "../../reviews/index.ts";
import { readStandings, type Standing } from "../levels/read-reputations.ts";
import { type Gig } from "../models/gig.ts";
import { type GigPackage } from "../models/gig-package.ts";
import { missingFrom } from "../rules/completeness.ts";
import { warningsOf } from "../rules/tiers.ts";
import {
  type gigCard,
  type gigView,
  type mediaView,
  type packageView,
  type sellerGigCard,
  type sellerGigView,
} from "./gig-view.ts";
import { type WholeGig } from "./read-gigs.ts";

type Person = Omit<z.infer<typeof gigCard>["seller"], "level" | "badges">;

/** Gigs in a list as everybody may see them; one whose seller is shown no more is left out. */
export async function presentCards(
  scope: Scope,
  gigs: readonly WholeGig[],
): Promise<z.infer<typeof gigCard>[]> {
  const sellerIds = gigs.map(({ gig }) => gig.sellerId);
  const [people, standings, ratings] = await Promise.all([
    readPeople(scope, sellerIds),
    readStandings(scope, sellerIds),
    readGigRatings(
      scope,
      gigs.map(({ gig }) => gig.id),
    ),
  ]);
  return gigs.flatMap((whole) => {
    const seller = people.get(whole.gig.sellerId);
    const standing = standings.get(whole.gig.sellerId);
    return seller ? [presentCard(scope, whole, { seller, standing, rating: ratings.get(whole.gig.id) })] : [];
  });
}

/** A gig as everybody may see it; null when its seller is shown no more. */
export async function presentGig(scope: Scope, whole: WholeGig): Promise<z.infer<typeof gigView> | null> {
  const [card] = await presentCards(scope, [whole]);
  return card ? { ...card, ...wholeOf(scope, whole) } : null;
}

/** A gig in the lists of its seller and of the site's team. */
export const presentSellerCard = (scope: Scope, whole: WholeGig): z.infer<typeof sellerGigCard> => ({
  ...commonOf(scope, whole),
  ...standingOf(whole.gig),
});

/** A gig as its seller and the site's team see it. */
export const presentSellerGig = (scope: Scope, whole: WholeGig): z.infer<typeof sellerGigView> => ({
  ...presentSellerCard(scope, whole),
  ...wholeOf(scope, whole),
  currency: whole.gig.currency,
  missing: missingOf(whole),
  warnings: warningsOf(whole.packages),
});

/** What a gig needs before it can be published. */
export const missingOf = ({ gig, packages, category }: WholeGig) =>
  missingFrom({
    title: gig.title,
    description: gig.description,
    packages,
    hasCategory: category !== null && category.archivedAt === null,
  });

const presentPackage = (
  { id, tier, title, description, amountMinor, deliveryDays, revisions, features }: GigPackage,
  currency: string,
): z.infer<typeof packageView> => ({
  id,
  tier,
  title,
  description,
  price: { amountMinor, currency },
  deliveryDays,
  revisions,
  features,
});

const presentCard = (
  scope: Scope,
  whole: WholeGig,
  {
    seller,
    standing,
    rating,
  }: {
    readonly seller: Person;
    readonly standing: Standing | undefined;
    readonly rating: GigRating | undefined;
  },
): z.infer<typeof gigCard> => ({
  ...commonOf(scope, whole),
  rating: rating?.average ?? null,
  ratingCount: rating?.count ?? 0,
  seller: {
    id: seller.id,
    name: seller.name,
    photoUrl: seller.photoUrl,
    rating: seller.rating,
    ratingCount: seller.ratingCount,
    level: standing?.level ?? null,
    badges: [...(standing?.badges ?? [])],
  },
  publishedAt: (whole.gig.publishedAt ?? whole.gig.createdAt).toISOString(),
});

function commonOf(scope: Scope, { gig, packages, media, category }: WholeGig) {
  const picture = media.find(({ contentType }) => isPicture(contentType));
  const { id, title, tags, language, fromAmountMinor, currency } = gig;
  return {
    id,
    title,
    category: category && { id: category.id, slug: category.slug, names: category.names },
    tags,
    language,
    fromPrice: fromAmountMinor === null ? null : { amountMinor: fromAmountMinor, currency },
    deliveryDays: packages.length === 0 ? null : Math.min(...packages.map((each) => each.deliveryDays)),
    cover: picture ? coverOf(presentMedia(scope, picture)) : null,
  };
}

const coverOf = ({ fileId, url, previewUrl }: z.infer<typeof mediaView>) => ({ fileId, url, previewUrl });

const wholeOf = (scope: Scope, { gig, packages, media }: WholeGig) => ({
  description: gig.description,
  packages: packages.map((each) => presentPackage(each, gig.currency)),
  extras: gig.extras.map(({ id, title, amountMinor, addedDays }) => ({
    id,
    title,
    price: { amountMinor, currency: gig.currency },
    addedDays,
  })),
  requirements: gig.requirements.map((each) => ({ ...each, choices: [...each.choices] })),
  faq: gig.faq.map((each) => ({ ...each })),
  media: media.map((file) => presentMedia(scope, file)),
});

function presentMedia(scope: Scope, file: StoredFile): z.infer<typeof mediaView> {
  const { url, previewUrl } = linkTo(scope, file);
  const { id, name, contentType, bytes } = file;
  return { fileId: id, kind: kindOf(contentType), name, contentType, bytes, url, previewUrl };
}

function kindOf(contentType: string): z.infer<typeof mediaView>["kind"] {
  if (isPicture(contentType)) return "picture";
  return contentType.startsWith("video/") ? "video" : "document";
}

const standingOf = (gig: Gig) => ({
  sellerId: gig.sellerId,
  state: gig.state,
  moderation: gig.moderation,
  moderationReason: gig.moderationReason,
  isHidden: gig.hiddenAt !== null,
  isVisible: gig.isVisible,
  submittedAt: gig.submittedAt?.toISOString() ?? null,
  publishedAt: gig.publishedAt?.toISOString() ?? null,
  createdAt: gig.createdAt.toISOString(),
  updatedAt: gig.updatedAt.toISOString(),
  version: gig.version,
});
