/** What a scanner says of a file: `unscanned` when nobody really looked for more than the test signature. */
export type Verdict =
  | { readonly state: "clean" | "unscanned" }
  | {
      readonly state: "infected";
      /** What it was found to be, in the scanner's own words. */
      readonly finding: string;
    };

/** Looks for malware in a file of this machine. Throws when it could not look; the upload is then refused. */
export interface Antivirus {
  /** Shown in health and in the admin app, such as `local` or `clamd`. */
  readonly name: string;
  scan(path: string, options: { readonly signal: AbortSignal }): Promise<Verdict>;
}
