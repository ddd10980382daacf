import { type AdminEntity } from "../../platform/module.ts";
import { readCatalogue } from "./catalogue/catalogue.ts";

/** Modules of the catalogue by their name in any language, for the team's palette. */
export const catalogueEntity: AdminEntity = {
  kind: "module",
  async find(scope, text) {
    const wanted = text.toLowerCase();
    const found = (await readCatalogue(scope)).filter(({ names }) =>
      Object.values(names).some((name) => name.toLowerCase().includes(wanted)),
    );
    return found.map(({ module, names }) => ({ id: module, title: names.en }));
  },
};
