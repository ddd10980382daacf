import { type Scope } from "../../scope/scope.ts";
import { type KnownWord, meaningsOf } from "./meanings.ts";
import { nothingFor, type SearchEngine, type SearchResult } from "./port.ts";
import { type AskedWord, askedWords } from "./words.ts";

/** Searches the documents in the database. */
export const localSearch: SearchEngine = {
  name: "local",
  write: null,
  async find(scope, kind, query) {
    const asked = askedWords(query.text);
    if (asked.length === 0 && query.text.trim() !== "") return nothingFor(query);
    const meanings = meaningsOf(asked, await lookUp(scope, kind, asked));
    if (meanings === null) return nothingFor(query);
    const { filters = [], without = [], facets = [], sort, page = 0, take } = query;
    const [row] = await scope.read<{ found: SearchResult }>`
      select search_find(${kind}, ${JSON.stringify(meanings)}::jsonb, ${JSON.stringify(filters)}::jsonb, ${without}::uuid[],
        ${facets}::text[], ${sort?.field ?? null}::text, ${sort?.descending ?? false}::boolean, ${page * take}::integer,
        ${take}::integer) as found`;
    return row!.found;
  },
};

async function lookUp(scope: Scope, kind: string, asked: readonly AskedWord[]): Promise<KnownWord[]> {
  const written = asked.filter(({ isHan }) => !isHan);
  if (written.length === 0) return [];
  const mayGoOn = asked.at(-1)?.isHan === false;
  return scope.read<KnownWord>`
    select at, word, documents, how from search_lookup(
      ${kind}, ${written.map(({ word }) => word)}::text[], ${written.map(({ stem }) => stem)}::text[], ${mayGoOn}::boolean)`;
}
