export { assertNotBlocked, keptApartFrom } from "./blocks/between.ts";
