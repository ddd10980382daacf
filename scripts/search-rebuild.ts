// `npm run search:rebuild [-- site [kind]]`: writes what the search knows anew, of one site or all, of one kind or all, while it goes
// on answering; also into a Meilisearch that was connected. Works on DATABASE_URL, else on the demo's database, also while the demo runs.
import { SearchUnavailable } from "../api/src/platform/providers/search/port.ts";
import { searchKinds } from "../api/src/platform/search/kinds.ts";
import { rebuildKind } from "../api/src/platform/search/rebuild.ts";
import { eachSite } from "./each-site.ts";

const [site, asked] = process.argv.slice(2);

try {
  let sites = 0;
  await eachSite("search:rebuild", async ({ slug }, within) => {
    if (site !== undefined && slug !== site) return;
    sites += 1;
    for (const kind of searchKinds().filter(({ kind }) => asked === undefined || kind === asked))
      console.log(`${slug}: ${kind.kind}, ${await rebuildKind(within, kind)} to be found`);
  });
  if (sites === 0 && !process.exitCode) {
    console.error(site === undefined ? "There is no site." : `There is no site ${site}.`);
    process.exitCode = 1;
  }
} catch (failure) {
  if (!(failure instanceof SearchUnavailable)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
