import { type Scope } from "../../scope/scope.ts";
import { type Indexed, type SearchDocument } from "./port.ts";
import { isHan, wordsOf } from "./words.ts";

/** Writes what is known of things of a kind, in the caller's transaction, except where a newer version is known already; answers how many were written. */
export async function putDocuments(
  scope: Scope,
  kind: string,
  things: readonly (Indexed & { readonly id: string })[],
): Promise<number> {
  const rows = things.map(({ id, version, document }) => ({
    kind,
    id,
    version,
    is_shown: document !== null,
    ...columnsOf(document ?? nothing(id)),
  }));
  const [written] = await scope.sql<{ count: number }>`
    select search_put(${JSON.stringify(rows)}::jsonb, ${scope.now}) as count`;
  return written?.count ?? 0;
}

/** Which of these things may be found. */
export async function shownIds(
  scope: Scope,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await scope.read<{ id: string }>`
    select id from search_versions(${kind}, ${ids}::uuid[]) where is_shown`;
  return new Set(rows.map(({ id }) => id));
}

/** What may be suggested of these things, by thing; those that may not be found are left out. */
export async function phrasesOf(
  scope: Scope,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await scope.read<{ id: string; phrases: string[] }>`
    select id, phrases from search_phrases(${kind}, ${ids}::uuid[])`;
  return new Map(rows.map(({ id, phrases }) => [id, phrases]));
}

/** Which state of a thing is known; null for one that is not. */
export async function knownVersion(scope: Scope, kind: string, id: string): Promise<number | null> {
  const [row] = await scope.read<{ version: number }>`
    select version from search_versions(${kind}, ${[id]}::uuid[])`;
  return row?.version ?? null;
}

/** The things of a kind the search knows, in the order of their ids: at most `limit` after one. */
export async function knownIds(
  scope: Scope,
  kind: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await scope.read<{
    id: string;
  }>`select id from search_ids(${kind}, ${after}::uuid, ${limit}) id`;
  return rows.map(({ id }) => id);
}

/** Counts in how many documents each word stands, and forgets words of none, the second time it finds them so; answers how many wait for that. */
export async function countWords(scope: Scope, kind: string): Promise<number> {
  const [counted] = await scope.sql<{
    waiting: number;
  }>`select search_count(${kind}, ${scope.now}) as waiting`;
  return counted?.waiting ?? 0;
}

const nothing = (id: string): SearchDocument => ({
  id,
  texts: { strong: [], middle: [], weak: [] },
  tags: {},
  numbers: {},
  standing: 0,
  phrases: [],
});

function columnsOf({ texts, tags, numbers, standing, phrases }: SearchDocument): object {
  const [strong, middle, weak] = [texts.strong, texts.middle, texts.weak].map((each) =>
    wordsOf(each.join("\n")),
  );
  const pairs = Object.entries(tags).flatMap(([field, values]) =>
    values.map((value) => `=${field}=${value.slice(0, mostTagLetters)}`),
  );
  const forms = new Map<string, string>(pairs.map((pair) => [pair, pair]));
  for (const [word, stem] of [...strong!, ...middle!, ...weak!])
    // Chinese is found by its characters, which nobody looks up; a word of a novel's length is none.
    if (!isHan(word) && word.length <= mostWordLetters) forms.set(word, stem).set(stem, stem);
  return {
    strong: stemsOf(strong!),
    middle: stemsOf(middle!),
    weak: stemsOf(weak!),
    tags: [...new Set(pairs)],
    forms: Object.fromEntries(forms),
    numbers,
    standing,
    phrases,
  };
}

const mostWordLetters = 40;
const mostTagLetters = 200;

const stemsOf = (words: ReadonlyMap<string, string>): string[] => [...new Set(words.values())];
