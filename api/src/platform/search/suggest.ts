import { findDocuments } from "../providers/search/for-tenant.ts";
import { pickPhrases } from "../providers/search/phrases.ts";
import { phrasesOf } from "../providers/search/record.ts";
import { type Scope } from "../scope/scope.ts";

// Enough to tell which phrases are frequent, and few enough to answer while somebody types.
const looksAt = 60;

/** What somebody may mean who typed the beginning of a search, the best first; `without` are things left out. */
export async function suggestPhrases(
  scope: Scope,
  kind: string,
  {
    text,
    most,
    without,
  }: { readonly text: string; readonly most: number; readonly without: readonly string[] },
): Promise<readonly string[]> {
  const { ids } = await findDocuments(scope, kind, { text, take: looksAt, without });
  const phrases = await phrasesOf(scope, kind, ids);
  return pickPhrases(
    text,
    ids.map((id) => phrases.get(id) ?? []),
    most,
  );
}
