import { forget, keep, readKept } from "./folder.ts";
import { type Login, type MadeTenant } from "./tenant.ts";

/** What was loaded into a database. */
export interface DemoState {
  readonly tenants: readonly MadeTenant[];
}

/** What was loaded into the database of a name; undefined when nothing was, or not all of it. */
export const readState = (database: string): DemoState | undefined =>
  readKept(`demo-${database}.json`) as DemoState | undefined;

/** Forgets what was loaded: whatever is in the database from now on is not whole. */
export const forgetState = (database: string): void => forget(`demo-${database}.json`);

/** Remembers what was loaded into a database. */
export const keepState = (database: string, state: DemoState): void => keep(`demo-${database}.json`, state);

/** `.data/demo.json`: what tests and scripts need to use the running demo. */
export interface DemoFile {
  readonly apiUrl: string;
  readonly adminUrl: string;
  /** With `.json` added it lists the captured mails. */
  readonly outboxUrl: string;
  /** The page of all widgets in all states; missing in the files of older demos. */
  readonly widgetsUrl?: string;
  readonly operator: Login;
  readonly tenants: readonly {
    readonly slug: string;
    readonly siteUrl: string;
    readonly publishableKey: string;
    readonly secretKey: string;
    /** Shows the webhooks its own server received; with `.json` added it lists them. */
    readonly webhookLogUrl: string;
    readonly logins: Readonly<Record<string, Login>>;
  }[];
}

/** The file of the last run, whose ports are taken again. */
export const readDemoFile = (): DemoFile | undefined => readKept("demo.json") as DemoFile | undefined;

/** Writes the file of this run. */
export const writeDemoFile = (file: DemoFile): void => keep("demo.json", file);
