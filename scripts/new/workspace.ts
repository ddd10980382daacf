import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Said to whoever asked for something that cannot be made. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** A word of a template, and what stands for it. */
export type Words = readonly (readonly [word: string, by: string])[];

/** Puts other words in the place of a template's, in lower case and with a capital. */
export function withWords(text: string, words: Words): string {
  const by = new Map(
    words.flatMap(([word, other]) => [[word, other] as const, [capital(word), capital(other)] as const]),
  );
  // The longest first: `samples` is not the `sample` in it.
  const pattern = [...by.keys()].toSorted((a, b) => b.length - a.length).join("|");
  return text.replaceAll(new RegExp(pattern, "g"), (word) => by.get(word) ?? word);
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The working copy in which something new is made; what was written is told in the end. */
export class Workspace {
  readonly root: string;
  readonly written: string[] = [];

  constructor(root: string) {
    this.root = root;
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.written.push(path);
  }

  /** Writes a template's files below a folder, unless they are placed elsewhere. */
  fill(template: string, folder: string, words: Words, placed: Readonly<Record<string, string>> = {}): void {
    for (const name of globSync("**/*.*", { cwd: template }).toSorted()) {
      const path = placed[name] ?? `${folder}/${withWords(name.replaceAll("\\", "/"), words)}`;
      if (this.has(path)) throw new Refusal(`${path} is there already.`);
      this.write(path, withWords(readFileSync(join(template, name), "utf8"), words));
    }
  }

  /** Puts a line before the first place that matches. */
  insert(path: string, place: RegExp, line: string): void {
    const text = this.read(path);
    const at = text.search(place);
    if (at === -1) throw new Error(`${path} has no place for: ${line.trim()}`);
    this.write(path, text.slice(0, at) + line + text.slice(at));
  }

  /** Puts an import where it stands in the order of paths. */
  addImport(path: string, line: string): void {
    const source = /"(.+)"/.exec(line)?.[1] ?? "";
    const lines = this.read(path).split("\n");
    const after = lines.findIndex((other) => {
      const known = /^import .* from "(.+)";$/.exec(other)?.[1];
      return known !== undefined && known > source;
    });
    lines.splice(
      after === -1 ? lines.findLastIndex((other) => other.startsWith("import ")) + 1 : after,
      0,
      line,
    );
    this.write(path, lines.join("\n"));
  }
}

/** Makes something in this working copy, and says what was written and which commands bring the generated files up to date. */
export function make(work: (workspace: Workspace) => string): void {
  const workspace = new Workspace(fileURLToPath(new URL("../..", import.meta.url)));
  try {
    const next = work(workspace);
    for (const path of [...new Set(workspace.written)].toSorted()) console.log(path);
    console.log(`\nNow run: npm run format, ${next}, npm run check.`);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    console.error(failure.message);
    process.exitCode = 1;
  }
}
