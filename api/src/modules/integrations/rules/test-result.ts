import { type CheckCode } from "../../../platform/providers/credential-check.ts";

/** What came of testing a connection; `other_account`: the credentials are good, but somebody else's than before. */
export type TestCode = CheckCode | "other_account";

/** Every outcome of a test. */
export const testCodes = [
  "works",
  "no_events",
  "no_secret",
  "refused",
  "rights",
  "limit",
  "settings",
  "unreachable",
  "other_account",
] as const satisfies readonly TestCode[];

const sentences: Readonly<Record<TestCode, string>> = {
  works: "{vendor} accepts these credentials.",
  no_events:
    "{vendor} accepts the key, but sends no events to this site's address yet. Add the endpoint there.",
  no_secret:
    "{vendor} accepts the key. Add this site's address as a webhook endpoint there, then enter its signing secret.",
  refused: "{vendor} does not know these credentials.",
  rights: "{vendor} knows these credentials, but they lack a right that is needed.",
  limit: "{vendor} allows no more calls for now. Try again in a few minutes.",
  settings: "{vendor} refused something that was entered.",
  unreachable: "{vendor} did not answer.",
  other_account: "These credentials belong to another account. Disconnect this one and add a new connection.",
};

/** The outcome as one sentence. */
export const sentenceOf = (code: TestCode, vendor: string): string =>
  sentences[code].replace("{vendor}", vendor);

/** A vendor's words without what must not be kept of them: the secrets themselves, line ends, and all beyond 300 characters. */
export const withoutSecrets = (detail: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "…"), detail)
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .slice(0, 300);
