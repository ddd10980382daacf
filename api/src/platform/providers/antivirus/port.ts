/** What a scanner says of a file: `unscanned` when nobody really looked for more than the test signature. */
export type Verdict = "clean" | "infected" | "unscanned";

/** Looks for malware in a file of this machine. Throws when it could not look; the upload is then refused. */
export interface Antivirus {
  /** Shown in health and in the admin app, such as `local` or `clamd`. */
  readonly name: string;
  scan(path: string, options: { readonly signal: AbortSignal }): Promise<Verdict>;
}
