export { addPastReview } from "./add-past-review.ts";
export { presentReviewById } from "./present.ts";
export { type GigRating, readGigRatings } from "./read-gig-ratings.ts";
export { readSellerRatings } from "./read-seller-ratings.ts";
export { sessionToReview } from "./reviewable.ts";
