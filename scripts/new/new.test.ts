import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { testCluster } from "../../api/test/cluster.ts";
import { newModule } from "./new-module.ts";
import { newWidget } from "./new-widget.ts";
import { Refusal, withWords, Workspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(root, "node_modules/.bin");
const now = new Date("2030-01-02T03:04:05Z");

/** A copy of everything that is or would be committed, with the packages installed here. */
function copyWorkspace(): Workspace {
  const copy = mkdtempSync(join(tmpdir(), "tessera-new-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const path of new Set(listed.split("\0"))) {
    if (path === "") continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  link("node_modules", copy, (name) => name !== "@tessera");
  link("node_modules/@tessera", copy, () => false);
  for (const [name, folder] of [
    ["sdk", "sdk-js"],
    ["widgets", "widgets"],
    ["examples", "examples"],
  ] as const)
    symlinkSync(join(copy, folder), join(copy, "node_modules/@tessera", name));
  symlinkSync(join(root, "api/node_modules"), join(copy, "api/node_modules"));
  return new Workspace(copy);
}

function link(folder: string, copy: string, isWanted: (name: string) => boolean): void {
  mkdirSync(join(copy, folder));
  for (const name of readdirSync(join(root, folder)).filter(isWanted))
    symlinkSync(join(root, folder, name), join(copy, folder, name));
}

describe("new:module and new:widget", () => {
  let workspace: Workspace;
  let run: (...command: string[]) => Promise<string>;
  before(async () => {
    const { adminUrl } = await testCluster();
    workspace = copyWorkspace();
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      TESSERA_TEST_ADMIN_URL: adminUrl,
      PATH: [bin, process.env["PATH"]].join(delimiter),
    };
    // A runner of tests inside a test reports to this one.
    delete env["NODE_TEST_CONTEXT"];
    // What is compiled in a folder of its own is never used again.
    delete env["NODE_COMPILE_CACHE"];
    run = async (...[program = "", ...rest]) => {
      const { stdout } = await promisify(execFile)(program, rest, {
        cwd: workspace.root,
        env,
        maxBuffer: 50_000_000,
      }).catch((failure: { stdout: string; stderr: string }) => {
        throw new Error(
          `${program} ${rest.join(" ")}\n${failure.stdout}\n${failure.stderr}`.slice(0, 20_000),
        );
      });
      return stdout;
    };
    newModule(workspace, { name: "waitlist", after: "scheduling", noun: "entry", now });
    newModule(workspace, { name: "projects", after: null, now });
    newWidget(workspace, "menu");
    await run("oxfmt", ...new Set(workspace.written));
  });
  after(() => rmSync(workspace.root, { recursive: true, force: true }));

  it("a module stands in every list, in its place", () => {
    const order = workspace.read("api/src/modules.ts");
    assert.match(order, /schedulingModule,\n {2}waitlistModule,\n {2}matchingModule/);
    assert.match(order, /Module,\n {2}projectsModule,\n {2}notificationsModule/);
    assert.match(workspace.read("api/src/router.ts"), /waitlist: waitlistRouter,\n {2}matching:/);
    assert.match(workspace.read(".dependency-cruiser.cjs"), /"scheduling",\n {2}"waitlist",\n {2}"matching"/);
    assert.match(workspace.read("api/test/isolation/probes.ts"), /"waitlist\.createEntry": plain/);
    assert.ok(workspace.has("api/migrations/20300102_0304_waitlist_entries.ts"));
    assert.ok(workspace.has("api/src/modules/projects/models/project.ts"));
  });

  it("nothing of the template's words is left", () => {
    for (const path of new Set(workspace.written)) {
      if (!/modules\/(waitlist|projects)\/|src\/menu\/|_waitlist_|_projects_|menu\.html/.test(path)) continue;
      assert.doesNotMatch(
        readFileSync(join(workspace.root, path), "utf8").replaceAll("@example.com", ""),
        /sample|specimen|\bexample/i,
        path,
      );
    }
  });

  it("the arrows hold", async () => {
    await run("node", "scripts/arrows.ts");
  });

  it("contract and schema are generated, and everything compiles", async () => {
    await run("node", "scripts/contracts/write.ts");
    await run("node", "api/test/schema.ts");
    assert.match(workspace.read("sdk-js/src/contract.ts"), /createEntry: \{ kind: "mutation"/);
    assert.match(workspace.read("api/schema.sql"), /create table public\.entries|create table entries/i);
    await Promise.all(["api", "widgets", "examples"].map((folder) => run("tsc", "-p", folder)));
  });

  it("the linter and the formatter find nothing", async () => {
    const folders = ["api/src/modules/waitlist", "api/src/modules/projects", "widgets/src/menu", "examples"];
    await run("oxlint", ...folders);
    await run("oxfmt", "--check", ...new Set(workspace.written));
  });

  it("their own tests pass", async () => {
    const said = await run(
      "node",
      "--test",
      "api/src/modules/waitlist/*.test.ts",
      "api/src/modules/projects/*.test.ts",
    );
    assert.match(said, /pass 14\b/);
    assert.match(said, /fail 0\b/);
  });

  it("the widget's tests pass in a browser", async () => {
    await run("npm", "test", "-w", "widgets", "--", "--files", "src/menu/*.test.ts");
  });

  it("what is there already, and what is no name, is refused with a sentence", () => {
    const refused = (name: string, after: string | null) => () => newModule(workspace, { name, after, now });
    assert.throws(refused("waitlist", "scheduling"), Refusal);
    assert.throws(refused("Wait-List", "scheduling"), Refusal);
    assert.throws(refused("queue", null), /Say which module it comes after/);
    assert.throws(refused("queue", "tenancy"), /after identity/);
    assert.throws(() => newWidget(workspace, "menu"), Refusal);
  });
});

it("words are put in whole, the longest first, with their capitals", () => {
  const words = [
    ["sample", "entry"],
    ["samples", "entries"],
  ] as const;
  assert.equal(withWords("Sample, samples, createSample", words), "Entry, entries, createEntry");
});
