export { addPastReview } from "./add-past-review.ts";
export { presentReviewById } from "./present.ts";
