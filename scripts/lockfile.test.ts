import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
  link?: boolean;
}

const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
);

// npm leaves out what its registry does not have (yet), and `npm ci` then refuses the lock file on every machine.
test("the lock file holds the packages of every platform", () => {
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.deepEqual(
    wanted.filter((name) => !locked.has(name)),
    [],
  );
});

test("the lock file names no registry", () => {
  const named = Object.values(packages).filter((entry) => !entry.link && entry.resolved?.startsWith("http"));
  assert.deepEqual(named, []);
});
