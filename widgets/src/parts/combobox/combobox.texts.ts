import { type TextSource } from "../../base/texts.ts";

const en = {
  typeToSearch: "Type to search",
  typeToAdd: "Type and press Enter",
  nothingFound: "Nothing found. Try another word.",
  removeItem: "Remove {name}",
  added: "{name} added",
  removed: "{name} removed",
} as const;

export type ComboboxTexts = typeof en;

/** What a field says in which one finds things by typing. */
export const comboboxTexts: TextSource<ComboboxTexts> = {
  en,
  "zh-CN": () => import("./combobox.texts.zh-cn.ts"),
  ar: () => import("./combobox.texts.ar.ts"),
};
