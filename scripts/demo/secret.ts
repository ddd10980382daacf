import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, keepText } from "./folder.ts";

/** The platform's secret: TESSERA_SECRET when set, else one made at the first start and kept. */
export function demoSecret(): string {
  const given = process.env["TESSERA_SECRET"];
  if (given) return given;
  try {
    return readFileSync(join(dataFolder, "secret"), "utf8").trim();
  } catch {
    const made = `demo:${randomBytes(32).toString("base64")}`;
    keepText("secret", `${made}\n`);
    return made;
  }
}
