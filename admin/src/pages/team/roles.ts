import { type Contract } from "@tessera/sdk/browser";
import { type Desk, may } from "../../base/desk.ts";
import { teamVoice } from "./texts.ts";

type StaffRole = Contract["identity"]["listTeam"]["output"]["items"][number]["staffRole"];

const meanings = {
  owner: "ownerMeans",
  admin: "adminMeans",
  member: "memberMeans",
  guest: "guestMeans",
} as const satisfies Record<StaffRole, string>;

const roles = ["owner", "admin", "member", "guest"] as const satisfies readonly StaffRole[];

/** The role of a name, if there is one. */
export const roleNamed = (name: string): StaffRole | undefined => roles.find((role) => role === name);

/** The roles somebody may give, each with what it means. */
export function roleOptions(desk: Desk): { readonly value: string; readonly text: string }[] {
  const say = teamVoice(desk);
  return roles
    .filter((role) => role !== "owner" || may(desk, "identity.owners"))
    .map((value) => ({
      value,
      text: say("roleOption", { role: say(value), meaning: say(meanings[value]) }),
    }));
}
