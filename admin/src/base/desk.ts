import { type ApiError, type Client, type Contract } from "@tessera/sdk/browser";
import { type Texts } from "../texts/en.ts";
import { type Language, type Say } from "./texts.ts";

/** What signing in answers: tokens, and who somebody is, where, and what they may do there. */
export type StaffSession = Contract["identity"]["staffSignIn"]["output"];
export type StaffTenant = NonNullable<StaffSession["tenant"]>;

/** What every page of the app works with. A new one is handed down whenever something of it changes. */
export interface Desk {
  readonly client: Client;
  readonly staff: StaffSession;
  /** The site's time in milliseconds. */
  readonly now: () => number;
  readonly language: Language;
  readonly say: Say<Texts>;
  /** A failure's sentence in the reader's language. */
  readonly sentence: (failure: ApiError) => string;
}

/** Whether the team member may do something; null asks for nothing special. */
export const may = ({ staff }: Desk, permission: string | null): boolean =>
  permission === null || staff.permissions.includes(permission);
