export { assertNotBlocked, keptApartFrom } from "./blocks/between.ts";
export { maskContacts } from "./rules/contacts.ts";
export { appealUrl } from "./sanctions/appeal-link.ts";
export { readSanction } from "./sanctions/sanction-view.ts";
export { type Audience } from "./rules/findings.ts";
export { watchWriting } from "./watch/watch.ts";
