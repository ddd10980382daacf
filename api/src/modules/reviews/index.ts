export { presentReviewById } from "./present.ts";
