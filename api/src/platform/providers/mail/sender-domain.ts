import { askNameServers, type NameServers } from "../../name-servers.ts";

/** What a domain's records say: `broken` is a record that receivers take for none or that is a mistake, `unknown` that nobody answered. */
export type RecordState = "found" | "missing" | "broken" | "unknown";

/** What receivers of mails find about the domain they come from. */
export interface SenderDomain {
  /** Which servers may send for it (RFC 7208). */
  readonly spf: RecordState;
  /** The key its mails are signed with (RFC 6376); null when the key's selector was not told. */
  readonly dkim: RecordState | null;
  /** What to do with mails that are neither (RFC 7489). */
  readonly dmarc: RecordState;
}

/** Looks a domain's records up, as a receiver of its mails would. */
export const lookUpSender = (
  domain: string,
  { selector, signal }: { selector: string | null; signal: AbortSignal },
): Promise<SenderDomain> =>
  askNameServers(signal, async (names) => {
    const [spf, dkim, dmarc] = await Promise.all([
      stateOf(names, domain, judgeSpf),
      selector === null ? null : stateOf(names, `${selector}._domainkey.${domain}`, judgeDkim),
      stateOf(names, `_dmarc.${domain}`, judgeDmarc),
    ]);
    return { spf, dkim, dmarc };
  });

type Judge = (records: readonly string[]) => RecordState;

async function stateOf(names: NameServers, name: string, judge: Judge): Promise<RecordState> {
  const records = await names.texts(name);
  return records === null ? "unknown" : judge(records);
}

const onlyOne = (records: readonly string[], kind: RegExp): string => {
  const [record, ...others] = records.filter((text) => kind.test(text));
  if (record === undefined) return "missing";
  return others.length > 0 ? "broken" : record;
};

const judgeSpf: Judge = (records) => {
  const record = onlyOne(records, /^v=spf1(\s|$)/i);
  if (record === "missing" || record === "broken") return record;
  // `+all` lets everybody send, which receivers take for a domain of spammers.
  return /\s\+?all(\s|$)/i.test(record) ? "broken" : "found";
};

const judgeDkim: Judge = (records) => {
  const keys = records.filter((text) => /(^|;)\s*p\s*=/i.test(text));
  if (keys.length === 0) return "missing";
  // An empty key is one that was taken back.
  return keys.every((text) => /(^|;)\s*p\s*=\s*[^;\s]/i.test(text)) ? "found" : "broken";
};

const judgeDmarc: Judge = (records) => {
  const record = onlyOne(records, /^v=DMARC1\s*(;|$)/i);
  if (record === "missing" || record === "broken") return record;
  return /;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.test(record) ? "found" : "broken";
};
