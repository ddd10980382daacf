import { type CallOptions } from "../../rpc/operation.ts";
import { type Scope } from "../../scope/scope.ts";

/** One thing that can be found, as the search knows it. What people see of it is read from its own module. */
export interface SearchDocument {
  readonly id: string;
  readonly texts: {
    /** What it is called. */
    readonly strong: readonly string[];
    /** What it is about, in few words: headlines, topics. */
    readonly middle: readonly string[];
    /** Everything else that is read. */
    readonly weak: readonly string[];
  };
  /** Values it is filtered and counted by, by field: `category`, `language`. Fields are letters and digits. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** Numbers it is filtered and sorted by, by field; a field is left out where there is none. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Who stands first among those that fit equally well: the larger. */
  readonly standing: number;
  /** What is suggested to somebody who types its beginning: its name, its topics. */
  readonly phrases: readonly string[];
}

/** A document and which state of the thing it tells of. */
export interface Indexed {
  /** Grows with every change of the thing; news that come late change nothing. */
  readonly version: number;
  /** Null while nobody may find the thing. */
  readonly document: SearchDocument | null;
}

/** What is known of a thing that is gone for good: no news of it can be newer. */
export const gone: Indexed = { version: Number.MAX_SAFE_INTEGER, document: null };

/** A narrowing by one field. */
export type SearchFilter =
  | { readonly field: string; readonly anyOf: readonly string[] }
  | { readonly field: string; readonly atLeast?: number; readonly atMost?: number };

/** What somebody looks for among the documents of one kind. */
export interface SearchQuery {
  /** Every word has to be there, the last may be unfinished; empty finds everything. */
  readonly text: string;
  readonly filters?: readonly SearchFilter[];
  /** Documents left out, such as those of people who are kept apart. */
  readonly without?: readonly string[];
  /** Fields of tags whose values are counted. */
  readonly facets?: readonly string[];
  /** By how well they fit when not given; those without the number come last. */
  readonly sort?: { readonly field: string; readonly descending: boolean };
  /** Counted from 0. */
  readonly page?: number;
  /** How many a page holds. */
  readonly take: number;
}

/** How many there are of one value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  /** The things found on this page, in their order. */
  readonly ids: readonly string[];
  /** How many there are on all pages; an engine may count no further than it pages. */
  readonly total: number;
  /** By field, the most frequent first. Each is counted under all filters but those of its own field: what one would get by choosing another value. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
}

/** A change that is to be made in an engine outside. */
export interface SearchChange {
  readonly kind: string;
  readonly id: string;
  /** Null takes it out. */
  readonly document: SearchDocument | null;
}

/** Finds documents of a tenant. */
export interface SearchEngine {
  /** Shown in health and in the admin app, such as `local` or `meilisearch`. */
  readonly name: string;
  /**
   * Keeps an engine outside in step with the documents in the database; null for the one that searches the database. Changes are
   * applied in the order in which they come. Throws `SearchUnavailable`.
   */
  readonly write:
    | ((tenantId: string, changes: readonly SearchChange[], options: CallOptions) => Promise<void>)
    | null;
  /** Throws `SearchUnavailable`, at the latest when the signal aborts. */
  find(scope: Scope, kind: string, query: SearchQuery, options: CallOptions): Promise<SearchResult>;
}

/** An engine did not answer: the caller goes on with the embedded one, or tries again later. Anything else thrown is a bug. */
export class SearchUnavailable extends Error {
  override readonly name = "SearchUnavailable";
}

/** The answer when nothing was found. */
export const nothingFor = ({ facets = [] }: SearchQuery): SearchResult => ({
  ids: [],
  total: 0,
  facets: Object.fromEntries(facets.map((field) => [field, []])),
});

/** As many documents as anybody pages through. */
export const mostFound = 1000;

/** As many values of a field as are counted, the most frequent: a tree of categories has no more. */
export const mostValues = 500;
