// Compiles the SDK into dist, which is what is published: `npm publish ./sdk-js/dist`. In this repository it runs from its sources.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const here = import.meta.dirname;
const dist = join(here, "dist");

interface Package {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly type: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: object;
}

rmSync(dist, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync("node", [tsc, "-p", join(here, "tsconfig.build.json")], { stdio: "inherit" });

const source: Package = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const { name, version, description, license, type, peerDependencies, peerDependenciesMeta } = source;
const doors = Object.entries(source.exports).map(([door, file]) => {
  const compiled = file.replace("./src/", "./").replace(/\.ts$/, "");
  return [door, { types: `${compiled}.d.ts`, default: `${compiled}.js` }] as const;
});
const published = {
  name,
  version,
  description,
  license,
  type,
  sideEffects: false,
  exports: Object.fromEntries(doors),
  files: ["**/*.js", "**/*.d.ts"],
  peerDependencies,
  peerDependenciesMeta,
};
writeFileSync(join(dist, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
copyFileSync(join(here, "README.md"), join(dist, "README.md"));
copyFileSync(join(here, "../LICENSE"), join(dist, "LICENSE"));
