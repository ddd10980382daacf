import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../folder.ts";

/** What each event of the widgets tells, by the event's name, read from the types the SDK ships. */
export function eventDetails(): ReadonlyMap<string, string> {
  const types = readFileSync(join(root, "sdk-js/src/elements.ts"), "utf8");
  const details = new Map(
    [...types.matchAll(/^export type (\w+) = CustomEvent<(.*)>;$/gm)].map(([, name = "", detail = ""]) => [
      name,
      detail.replaceAll("readonly ", ""),
    ]),
  );
  const events = /interface TesseraEvents \{([^}]*)\}/.exec(types)?.[1] ?? "";
  return new Map(
    [...events.matchAll(/"(tessera-[\w-]+)": (\w+);/g)].map(([, event = "", name = ""]) => [
      event,
      details.get(name) ?? "",
    ]),
  );
}
