import { styleText } from "node:util";
import { type Login } from "./tenant.ts";

/** One address of the demo and who can sign in there. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly logins?: Readonly<Record<string, Login>>;
}

/** The demo's addresses and logins as a table for the terminal. */
export function report(places: readonly Place[]): string {
  const width = Math.max(...places.map(({ name }) => name.length)) + 2;
  const lines = places.flatMap(({ name, url, logins = {} }) => {
    const roles = Object.entries(logins);
    const roleWidth = Math.max(0, ...roles.map(([role]) => role.length)) + 2;
    const mailWidth = Math.max(0, ...roles.map(([, { email }]) => email.length)) + 2;
    return [
      `  ${styleText("bold", name.padEnd(width))}${styleText("cyan", url)}`,
      ...roles.map(([role, { email, password }]) => {
        const who = styleText("dim", role.padEnd(roleWidth));
        return `  ${" ".repeat(width)}${who}${email.padEnd(mailWidth)}${password}`;
      }),
    ];
  });
  return ["", ...lines, "", "  Ctrl-C stops everything.", ""].join("\n");
}
