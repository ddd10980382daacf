// `npm run contracts` writes the SDK's contract from the API's procedures; with --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { modules } from "../../api/src/modules.ts";
import { requestErrors } from "../../api/src/platform/errors.ts";
import { procedureTable } from "../../api/src/platform/rpc/table.ts";
import { appRouter } from "../../api/src/router.ts";
import { contractOf, publicReadsOf } from "./contract.ts";

const procedures = [...procedureTable(appRouter).values()];
const events = modules.flatMap((module) => Object.entries(module.events));
const toldBy = (way: "webhook" | "frame") =>
  Object.fromEntries(events.flatMap(([name, { [way]: told }]) => (told ? [[name, told.view]] : [])));
const files = {
  "sdk-js/src/contract.ts": contractOf({
    procedures,
    errors: Object.assign({}, requestErrors, ...modules.map((module) => module.errors)),
    webhooks: toldBy("webhook"),
    live: toldBy("frame"),
    purposes: modules.flatMap(({ files }) => files.map(({ name }) => name)),
  }),
  "sdk-js/src/public-reads.ts": publicReadsOf(procedures),
};

for (const [file, text] of Object.entries(files)) {
  const path = new URL(`../../${file}`, import.meta.url);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`${file} is not what the API says. Run \`npm run contracts\` and commit the result.`);
    process.exitCode = 1;
  }
}
