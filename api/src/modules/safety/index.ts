export { assertNotBlocked, keptApartFrom } from "./blocks/between.ts";
export { appealUrl } from "./sanctions/appeal-link.ts";
export { readSanction } from "./sanctions/sanction-view.ts";
