import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { archiveCategory } from "./categories/archive-category.ts";
import { createCategory } from "./categories/create-category.ts";
import { createDefaultCategories } from "./categories/create-default-categories.ts";
import { listCategories } from "./categories/list-categories.ts";
import { listSiteCategories } from "./categories/list-site-categories.ts";
import { moveCategory } from "./categories/move-category.ts";
import { restoreCategory } from "./categories/restore-category.ts";
import { updateCategory } from "./categories/update-category.ts";
import { createGig } from "./gigs/create-gig.ts";
import { deleteGig } from "./gigs/delete-gig.ts";
import { duplicateGig } from "./gigs/duplicate-gig.ts";
import { deleteSearch } from "./history/delete-search.ts";
import { deleteSearches } from "./history/delete-searches.ts";
import { listSearches } from "./history/list-searches.ts";
import { listTrendingGigs } from "./popularity/list-trending-gigs.ts";
import { listRecommendedGigs } from "./recommendations/list-recommended-gigs.ts";
import { listSimilarGigs } from "./recommendations/list-similar-gigs.ts";
import { searchGigs } from "./search/search-gigs.ts";
import { suggestGigs } from "./search/suggest-gigs.ts";
import { getGig } from "./gigs/get-gig.ts";
import { getSellerGig } from "./gigs/get-seller-gig.ts";
import { listGigs } from "./gigs/list-gigs.ts";
import { listSellerGigs } from "./gigs/list-seller-gigs.ts";
import { pauseGig } from "./gigs/pause-gig.ts";
import { publishGig } from "./gigs/publish-gig.ts";
import { updateGig } from "./gigs/update-gig.ts";
import { getReputation } from "./levels/get-reputation.ts";
import { getSellerProgress } from "./levels/get-seller-progress.ts";
import { listLevels } from "./levels/list-levels.ts";
import { rateSellers } from "./levels/rate-sellers.ts";
import { addMedia } from "./media/add-media.ts";
import { removeMedia } from "./media/remove-media.ts";
import { sortMedia } from "./media/sort-media.ts";
import { approveGig } from "./moderation/approve-gig.ts";
import { listSiteGigs } from "./moderation/list-site-gigs.ts";
import { rejectGig } from "./moderation/reject-gig.ts";
import { suspendGig } from "./moderation/suspend-gig.ts";
import { placeGigOrder } from "./orders/place-gig-order.ts";
import { createPackage } from "./packages/create-package.ts";
import { deletePackage } from "./packages/delete-package.ts";
import { updatePackage } from "./packages/update-package.ts";
import { sellerRole } from "./policy.ts";
import { getGigStats } from "./stats/get-gig-stats.ts";
import { getMarketStats } from "./stats/get-market-stats.ts";
import { getSellerStats } from "./stats/get-seller-stats.ts";
import { clickGig } from "./visits/click-gig.ts";
import { listRecentGigs } from "./visits/list-recent-gigs.ts";
import { viewGig } from "./visits/view-gig.ts";

const everybody: Access = { audience: ["visitor", "staff", "server"], module: "gigs", publicSeconds: 30 };
// Members do not find gigs of somebody they blocked, or who blocked them.
const everybodyApart: Access = { ...everybody, dependsOnMember: true };
const viewers: Access = { audience: "visitor", module: "gigs", proofOfWork: true };
// Gigs are prepared while an application waits; nobody finds them before it is approved.
const sellers = (permission: string): Access => ({
  audience: ["member", "staff", "server"],
  module: "gigs",
  permission,
  memberRoles: [sellerRole],
  applicantsToo: true,
});
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "gigs",
  permission,
});

export const gigsRouter = router({
  listCategories: procedure(everybody).query(listCategories),
  listSiteCategories: procedure(office("gigs.view_gigs")).query(listSiteCategories),
  createCategory: procedure(office("gigs.categories")).mutation(createCategory),
  createDefaultCategories: procedure(office("gigs.categories")).mutation(createDefaultCategories),
  updateCategory: procedure(office("gigs.categories")).mutation(updateCategory),
  moveCategory: procedure(office("gigs.categories")).mutation(moveCategory),
  archiveCategory: procedure(office("gigs.categories")).mutation(archiveCategory),
  restoreCategory: procedure(office("gigs.categories")).mutation(restoreCategory),

  listGigs: procedure(everybodyApart).query(listGigs),
  searchGigs: procedure(everybodyApart).query(searchGigs),
  suggestGigs: procedure(everybodyApart).query(suggestGigs),
  listTrendingGigs: procedure(everybodyApart).query(listTrendingGigs),
  listSimilarGigs: procedure(everybodyApart).query(listSimilarGigs),
  listRecommendedGigs: procedure({ audience: "visitor", module: "gigs" }).query(listRecommendedGigs),
  getGig: procedure(everybodyApart).query(getGig),
  viewGig: procedure({ ...viewers, callsPerMinute: 60 }).mutation(viewGig),
  clickGig: procedure({ ...viewers, callsPerMinute: 60 }).mutation(clickGig),
  listRecentGigs: procedure(viewers).query(listRecentGigs),
  listSearches: procedure({ audience: "visitor", module: "gigs" }).query(listSearches),
  deleteSearch: procedure(viewers).mutation(deleteSearch),
  deleteSearches: procedure(viewers).mutation(deleteSearches),

  placeGigOrder: procedure({ audience: "member", module: "gigs", callsPerMinute: 30 }).mutation(
    placeGigOrder,
  ),

  listSellerGigs: procedure(sellers("gigs.view_gigs")).query(listSellerGigs),
  getSellerGig: procedure(sellers("gigs.view_gigs")).query(getSellerGig),
  createGig: procedure(sellers("gigs.edit")).mutation(createGig),
  updateGig: procedure(sellers("gigs.edit")).mutation(updateGig),
  publishGig: procedure(sellers("gigs.edit")).mutation(publishGig),
  pauseGig: procedure(sellers("gigs.edit")).mutation(pauseGig),
  duplicateGig: procedure(sellers("gigs.edit")).mutation(duplicateGig),
  deleteGig: procedure(sellers("gigs.edit")).mutation(deleteGig),

  createPackage: procedure(sellers("gigs.edit")).mutation(createPackage),
  updatePackage: procedure(sellers("gigs.edit")).mutation(updatePackage),
  deletePackage: procedure(sellers("gigs.edit")).mutation(deletePackage),
  addMedia: procedure(sellers("gigs.edit")).mutation(addMedia),
  sortMedia: procedure(sellers("gigs.edit")).mutation(sortMedia),
  removeMedia: procedure(sellers("gigs.edit")).mutation(removeMedia),

  getGigStats: procedure(sellers("gigs.view_gigs")).query(getGigStats),
  getSellerStats: procedure(sellers("gigs.view_gigs")).query(getSellerStats),
  getMarketStats: procedure(office("gigs.view_gigs")).query(getMarketStats),

  listLevels: procedure(everybody).query(listLevels),
  getReputation: procedure(everybody).query(getReputation),
  getSellerProgress: procedure(sellers("gigs.view_gigs")).query(getSellerProgress),
  rateSellers: procedure({ ...office("gigs.levels"), callsPerMinute: 10 }).mutation(rateSellers),

  listSiteGigs: procedure(office("gigs.view_gigs")).query(listSiteGigs),
  approveGig: procedure(office("gigs.moderate")).mutation(approveGig),
  rejectGig: procedure(office("gigs.moderate")).mutation(rejectGig),
  suspendGig: procedure(office("gigs.moderate")).mutation(suspendGig),
});
