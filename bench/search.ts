// `node bench/search.ts`: typo-tolerant search with facets, one tenant's gigs behind the tenant wall, against PostgreSQL's full-text search.
import pg from "pg";
import { openRuntimePool } from "../api/src/platform/db/pool.ts";
import { systemScope } from "../api/src/platform/jobs/system-scope.ts";
import { localSearch } from "../api/src/platform/providers/search/local.ts";
import { countWords, putDocuments } from "../api/src/platform/providers/search/record.ts";
import { Scopes } from "../api/src/platform/scope/open.ts";
import { noTenant } from "../api/src/platform/scope/tenant.ts";
import { type BenchDatabase, benchDatabase } from "./database.ts";
import { type Gig, makeGigs, makeQuestions, type Question } from "./search-corpus.ts";
import { plainSearch } from "./search-plain.ts";
import { type BenchRow } from "./slots.ts";

const gigsInEnglish = 100_000;
const gigsInChinese = 50_000;
const questions = 500;
const tenant = { ...noTenant, id: "01936b4e-0000-7000-8000-000000000001" };

/** Measures both on a database of its own. */
export async function measureSearch(): Promise<BenchRow[]> {
  const database = await benchDatabase();
  const runtime = openRuntimePool(database.url("app_rt"), { size: 2, name: "tessera bench" });
  try {
    const scopes = new Scopes(runtime);
    return [...(await measureEnglish(database, scopes)), await measureChinese(database, scopes)];
  } finally {
    await runtime.destroy();
    await database.stop();
  }
}

async function measureEnglish(database: BenchDatabase, scopes: Scopes): Promise<BenchRow[]> {
  const gigs = makeGigs(gigsInEnglish, "latin");
  const asked = makeQuestions(gigs, questions, "latin");
  await index(database, scopes, gigs);
  const plain = await plainSearch(database.adminUrl, gigs);
  await timesOf(asked.slice(0, 50), (question) => ours(scopes, question));
  await timesOf(asked.slice(0, 50), plain.find);
  const mine = await timesOf(asked, (question) => ours(scopes, question));
  const theirs = await timesOf(asked, plain.find);
  await plain.close();
  const what = `search, ${gigsInEnglish.toLocaleString("en")} documents, slips, facets, one tenant`;
  return [
    {
      what: `${what}: p99`,
      budget: "<= 1/3 of full-text + trigrams",
      floor: "<= 1x",
      measured: told(mine, 0.99),
      ratio: at(theirs.ms, 0.99) / at(mine.ms, 0.99),
      anchor: `${told(theirs, 0.99)} by full-text + trigrams`,
    },
    {
      what: `${what}: p95`,
      budget: "<= 10 ms on 50,000",
      floor: "<= 20 ms",
      measured: told(mine, 0.95),
      ratio: at(theirs.ms, 0.95) / at(mine.ms, 0.95),
      anchor: `${told(theirs, 0.95)} by full-text + trigrams`,
    },
    {
      what: `${what}: p50`,
      budget: "no slower",
      floor: "<= 2x",
      measured: told(mine, 0.5),
      ratio: at(theirs.ms, 0.5) / at(mine.ms, 0.5),
      anchor: `${told(theirs, 0.5)} by full-text + trigrams`,
    },
  ];
}

async function measureChinese(database: BenchDatabase, scopes: Scopes): Promise<BenchRow> {
  const gigs = makeGigs(gigsInChinese, "han");
  const asked = makeQuestions(gigs, questions, "han");
  await index(database, scopes, gigs);
  await timesOf(asked.slice(0, 50), (question) => ours(scopes, question));
  const mine = await timesOf(asked, (question) => ours(scopes, question));
  return {
    what: `search in Chinese, ${gigsInChinese.toLocaleString("en")} documents, facets: p95`,
    budget: "<= 30 ms",
    floor: "<= 60 ms",
    measured: told(mine, 0.95),
    ratio: null,
    anchor: "full-text search keeps Chinese sentences whole",
  };
}

/** Fills the tables as jobs do, but for the index, which is made at once. */
async function index(database: BenchDatabase, scopes: Scopes, gigs: readonly Gig[]): Promise<void> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  admin.on("error", () => undefined);
  await admin.connect();
  await admin.query(
    "truncate search_documents, search_words; drop index if exists search_documents_codes, search_documents_strong",
  );
  for (let start = 0; start < gigs.length; start += 200) {
    const things = gigs.slice(start, start + 200).map(({ id, title, about, category, level, price }) => ({
      id,
      version: 1,
      document: {
        id,
        texts: { strong: [title], middle: [], weak: [about] },
        tags: { category: [category], level: [level] },
        numbers: { price },
        standing: 0,
        phrases: [],
      },
    }));
    await scopes.transact(scopeNow(), (scope) => putDocuments(scope, "gigs", things));
  }
  await admin.query(
    "create index search_documents_codes on search_documents using gin (codes) with (fastupdate = off); create index search_documents_strong on search_documents using gin (strong) with (fastupdate = off); analyze search_documents; analyze search_words",
  );
  await scopes.transact(scopeNow(), (scope) => countWords(scope, "gigs"));
  await admin.query("vacuum analyze search_words");
  await admin.end();
}

const scopeNow = () => systemScope(tenant, { cause: "bench", requestId: "bench", now: new Date() });

const ours = (scopes: Scopes, { words, atMost }: Question): Promise<readonly string[]> =>
  scopes.inspect(scopeNow(), async (scope) => {
    const filters = [{ field: "price", atMost }];
    const query = { text: words.join(" "), filters, facets: ["category", "level"], take: 20 };
    return (await localSearch.find(scope, "gigs", query, { signal: AbortSignal.timeout(60_000) })).ids;
  });

interface Times {
  readonly ms: readonly number[];
  /** How many questions found the gig that was meant among the first 20. */
  readonly hits: number;
}

async function timesOf(
  asked: readonly Question[],
  find: (question: Question) => Promise<readonly string[]>,
): Promise<Times> {
  const ms: number[] = [];
  let hits = 0;
  for (const question of asked) {
    const began = performance.now();
    const ids = await find(question);
    ms.push(performance.now() - began);
    if (ids.includes(question.targetId)) hits += 1;
  }
  return { ms: ms.toSorted((a, b) => a - b), hits: hits / asked.length };
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)]!;

const told = ({ ms, hits }: Times, share: number): string =>
  `${at(ms, share).toFixed(2)} ms, the meant one in the first 20: ${Math.round(hits * 100)} %`;
