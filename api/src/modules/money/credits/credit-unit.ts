/** The unit of a site's credits, as the ledger knows it. Currencies are three capitals. */
export const creditUnit = "credits";
