import { about, plain, type Probe } from "./probe.ts";
import { type Cast } from "./world.ts";

const coach = ["coach"] as const;
const names = ({ word }: Cast) => ({ names: { en: `${word} category` } });
const reason = ({ word }: Cast) => ({ reason: `${word} reason` });

/** The market of gigs; what ends something there stands with the other endings. */
export const gigProbes: Readonly<Record<string, Probe>> = {
  "gigs.listCategories": plain(),
  "gigs.listSiteCategories": plain(),
  "gigs.createCategory": plain((cast) => ({
    parentId: cast.ids.category,
    slug: `${cast.word}-made`,
    ...names(cast),
  })),
  "gigs.createDefaultCategories": plain(),
  "gigs.updateCategory": about("category", [], { and: names }),
  "gigs.moveCategory": about("spareCategory", [], { and: ({ ids }) => ({ parentId: ids.category }) }),
  "gigs.archiveCategory": about("spareCategory"),
  "gigs.restoreCategory": about("oldCategory"),

  "gigs.listGigs": plain(({ ids }) => ({ sellerId: ids.coach }), { isShared: true }),
  "gigs.getGig": about("gig", [], { isShared: true }),
  "gigs.searchGigs": plain(({ word }) => ({
    q: word,
    category: `${word}-main`,
    tags: [word],
    maxPrice: 10_000,
  })),
  "gigs.suggestGigs": plain(({ word }) => ({ q: word })),
  "gigs.listTrendingGigs": plain(({ word }) => ({ category: `${word}-main` })),
  "gigs.listSimilarGigs": about("gig", [], { isShared: true }),
  "gigs.listRecommendedGigs": plain(),
  "gigs.listSearches": plain(),
  "gigs.listRecentGigs": plain(),
  "gigs.viewGig": about("gig", [], { isShared: true }),
  "gigs.clickGig": about("gig", [], { isShared: true }),
  "gigs.placeGigOrder": plain(({ ids }) => ({ gigId: ids.gig, items: [{ packageId: ids.gigPackage }] }), {
    isShared: true,
    by: "client",
    answers: ["403 gigs.own_gig"],
  }),
  "gigs.getGigStats": about("gig", coach),
  "gigs.getSellerStats": plain(({ ids }) => ({ memberId: ids.coach }), { owners: coach }),
  "gigs.getMarketStats": plain(),
  "gigs.listLevels": plain(),
  "gigs.getReputation": plain(({ ids }) => ({ memberId: ids.coach }), { isShared: true }),
  "gigs.getSellerProgress": plain(({ ids }) => ({ memberId: ids.coach }), { owners: coach }),
  "gigs.rateSellers": plain(),
  "gigs.listSellerGigs": plain(({ ids }) => ({ memberId: ids.coach }), { owners: coach }),
  "gigs.getSellerGig": about("gig", coach),
  "gigs.listSiteGigs": plain(({ ids }) => ({ sellerId: ids.coach })),
  "gigs.createGig": plain(
    ({ ids, word }) => ({ memberId: ids.coach, title: `${word} gig`, categoryId: ids.category }),
    { owners: coach },
  ),
  "gigs.updateGig": about("gig", coach, { and: ({ word }) => ({ title: `${word} title` }) }),
  "gigs.createPackage": plain(
    ({ ids, word }) => ({
      gigId: ids.gig,
      tier: "premium",
      title: `${word} package`,
      amountMinor: 90_000,
      deliveryDays: 9,
    }),
    { owners: coach, by: "coach", answers: ["409 gigs.package_exists"] },
  ),
  "gigs.updatePackage": about("gigPackage", coach, { and: () => ({ amountMinor: 30_000 }) }),
  "gigs.addMedia": plain(({ ids }) => ({ gigId: ids.gig, fileId: ids.gigFile }), { owners: coach }),
  "gigs.sortMedia": plain(({ ids }) => ({ gigId: ids.gig, fileIds: [ids.gigFile] }), { owners: coach }),
  "gigs.duplicateGig": about("gig", coach),
  "gigs.publishGig": about("draftGig", coach),
  "gigs.pauseGig": about("openGig", coach),
  "gigs.approveGig": about("refusedGig"),
  "gigs.rejectGig": about("weakGig", [], { and: reason }),
  "gigs.suspendGig": about("badGig", [], { and: reason }),
};
