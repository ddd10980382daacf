// `npm run new:widget <name>` writes a new widget.
import { join } from "node:path";
import { capital, make, Refusal, type Workspace } from "./workspace.ts";

/** Writes a widget with its texts, events and test, the room it takes, and a page of the coaching example that shows it. */
export function newWidget(workspace: Workspace, name: string): void {
  if (!/^[a-z]+$/.test(name)) throw new Refusal(`Write ${name} as one word in small letters.`);
  const folder = `widgets/src/${name}`;
  if (workspace.has(folder)) throw new Refusal(`The widget ${name} is there already.`);
  workspace.fill(join(import.meta.dirname, "widget"), folder, [["specimen", name]], {
    "example.html": `examples/coaching/pages/${name}.html`,
  });
  workspace.insert("widgets/src/room.ts", /^\};/m, `  "tessera-${name}": [[0, 240]],\n`);
  workspace.insert(
    "examples/coaching/site.ts",
    /(?<=^const pages\b[\s\S]*?)^\};/m,
    `  "/${name}": {
    file: "${name}.html",
    title: "${capital(name)}",
    description: "What we offer.",
    widgets: ["<tessera-${name}></tessera-${name}>"],
  },
`,
  );
}

if (import.meta.main) {
  make((workspace) => {
    const [name] = process.argv.slice(2);
    if (name === undefined) throw new Refusal("npm run new:widget <name>");
    newWidget(workspace, name);
    return "npm run manifest";
  });
}
