export { areKeptApart, assertNotBlocked, keptApartFrom } from "./blocks/between.ts";
