// `npm run new:module <name> -- --after <module>` writes a new module of the API.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { capital, make, Refusal, type Words, type Workspace } from "./workspace.ts";

/** A module to be made. */
export interface NewModule {
  readonly name: string;
  /** The module it comes after in the order; it may import that one and those before. Null when the order has its place already. */
  readonly after: string | null;
  /** The thing it keeps; the module's own name in the singular unless told. */
  readonly noun?: string | undefined;
  /** Minutes of it name the migration. */
  readonly now: Date;
}

const arrows = ".dependency-cruiser.cjs";

/** Writes a module with one operation, its test and its migration, and adds it to every list that names modules. */
export function newModule(
  workspace: Workspace,
  { name, after, noun = singular(name), now }: NewModule,
): void {
  for (const word of [name, noun])
    if (!/^[a-z]+$/.test(word)) throw new Refusal(`Write ${word} as one word in small letters.`);
  const folder = `api/src/modules/${name}`;
  if (workspace.has(folder)) throw new Refusal(`The module ${name} is there already.`);
  const order = addToOrder(workspace, name, after);
  const words: Words = [
    ["example", name],
    ["sample", noun],
    ["samples", plural(noun)],
  ];
  workspace.fill(join(import.meta.dirname, "module"), folder, words, {
    "migration.ts": `api/migrations/${stamp(now)}_${name}_${plural(noun)}.ts`,
  });
  const next = order.slice(order.indexOf(name) + 1);
  mount(workspace, name, next);
  if (!workspace.read("api/src/modules/tenancy/rules/modules.ts").includes(`"${name}"`))
    workspace.insert("api/src/modules/tenancy/rules/modules.ts", /\] as const/, `  "${name}",\n`);
  const probe = `plain(({ ids }) => ({ memberId: ids.client }), {\n    owners: client,\n    answers: ["409 ${name}.already_there"],\n  })`;
  workspace.insert(
    "api/test/isolation/probes.ts",
    /\n {2}\/\/ What ends something comes last\./,
    `\n  "${name}.create${capital(noun)}": ${probe},\n`,
  );
}

/** The modules in their order, with the new one in it. */
function addToOrder(workspace: Workspace, name: string, after: string | null): string[] {
  const text = workspace.read(arrows);
  const list = /const modules = \[([^\]]*)\]/.exec(text)?.[1] ?? "";
  const order = [...list.matchAll(/"(\w+)"/g)].map(([, known = ""]) => known);
  if (order.includes(name)) return order;
  if (after === null || !order.includes(after))
    throw new Refusal(`Say which module it comes after: --after ${order.join(" | ")}`);
  if (order.indexOf(after) < order.indexOf("identity"))
    throw new Refusal("It knows members, so it comes after identity at the earliest.");
  workspace.write(arrows, text.replace(`  "${after}",\n`, `  "${after}",\n  "${name}",\n`));
  return order.toSpliced(order.indexOf(after) + 1, 0, name);
}

/** Adds the module's line to the router and to the list of modules, before the first that comes later in the order. */
function mount(workspace: Workspace, name: string, later: readonly string[]): void {
  const first = (lineOf: (name: string) => string, end: string) =>
    new RegExp([...later.map(lineOf), end].map((line) => `^${line}`).join("|"), "m");
  const router = "api/src/router.ts";
  workspace.insert(
    router,
    first((each) => `  ${each}: `, "\\}\\);"),
    `  ${name}: ${name}Router,\n`,
  );
  workspace.addImport(router, `import { ${name}Router } from "./modules/${name}/router.ts";`);
  const modules = "api/src/modules.ts";
  workspace.insert(
    modules,
    first((each) => `  ${each}Module,`, "\\];"),
    `  ${name}Module,\n`,
  );
  workspace.addImport(modules, `import { ${name}Module } from "./modules/${name}/module.ts";`);
}

const stamp = (now: Date): string =>
  `${now.toISOString().slice(0, 10).replaceAll("-", "")}_${now.toISOString().slice(11, 16).replace(":", "")}`;

const singular = (noun: string): string => noun.replace(/ies$/, "y").replace(/(?<!s)s$/, "");

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;

if (import.meta.main) {
  make((workspace) => {
    const options = { after: { type: "string" }, noun: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [name] = positionals;
    if (name === undefined)
      throw new Refusal("npm run new:module <name> -- --after <module> [--noun <what it keeps>]");
    newModule(workspace, { name, after: values.after ?? null, noun: values.noun, now: new Date() });
    return "npm run schema, npm run contracts";
  });
}
