import { existsSync } from "node:fs";

/** What playwright needs to start a Chromium: hand it to `chromium.launch` as it is. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  /** Undefined when the browser needs nothing beyond the environment of this process. */
  env?: Record<string, string>;
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-gpu",
];

/** Finds a Chromium: the one CHROMIUM_PATH names, one installed on the machine, else on Linux the one that npm brought. */
export async function findChromium(
  named: string | undefined = process.env["CHROMIUM_PATH"],
  places: string[] = usualPlaces,
): Promise<ChromiumLaunch> {
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const executablePath = named || places.find((path) => existsSync(path));
  // Chromium's own sandbox refuses to start as root.
  if (executablePath)
    return { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.");
  const { packagedChromium } = await import("./packaged-chromium.ts");
  // The packaged build comes without the helper that makes the sandbox work where user namespaces are switched off.
  return { ...(await packagedChromium()), args: ["--no-sandbox", ...quiet] };
}
