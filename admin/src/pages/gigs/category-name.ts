import { type Contract } from "@tessera/sdk/browser";
import { type Language } from "../../base/texts.ts";

type Names = Contract["gigs"]["listSiteCategories"]["output"]["items"][number]["names"];

/** What a category is called in a language; in English where it has no name there. */
export const nameIn = (language: Language, names: Names): string => names[language] ?? names.en;
