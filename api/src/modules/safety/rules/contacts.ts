/** What stands where a contact was. */
const mask = "•••";

const at = String.raw`(?:@|＠|\(at\)|\[at\])`;
const dot = String.raw`(?:\.|。|\(dot\)|\[dot\])`;
const domains = "com|net|org|io|me|cn|co|de|eu|info|app|dev|site|xyz|top|cc|uk|fr";

/** Dates look like numbers to call; they are found first and left alone. */
const date = String.raw`\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b`;
const call = String.raw`(?:\+|00)?\(?\p{Nd}[\p{Nd} ().\/-]{5,40}\p{Nd}`;
const numbers = new RegExp(`${date}|${call}`, "gu");

// Every run is bounded, so that a text nobody meant to be read takes no longer than it is long.
const address = new RegExp(
  String.raw`[\p{L}\p{N}._%+-]{1,64} ?${at} ?[\p{L}\p{N}-]{1,63}(?: ?${dot} ?\p{L}{2,63})+`,
  "giu",
);

const links: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  new RegExp(String.raw`(?<![\w-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:${domains})\b(?:\/\S*)?`, "giu"),
];

const names: readonly RegExp[] = [
  /(?<![\p{L}\p{N}._])@[\w.]{3,}/gu,
  /\b(?:whats ?app|telegram|skype|wechat|weixin|signal|insta(?:gram)?|vx|wx|qq)(?: ?id)? ?(?:[:：=]|@) ?@?[\w.+-]{4,}/giu,
  /(?:微信|威信|薇信|电报|加v|扣扣)(?:号|號)? ?(?:[:：=是为])? ?[\w.+-]{4,}/giu,
  /\bqq(?:号|號)? ?[:：=是为]? ?\d{5,}/giu,
];

const without = (text: string, patterns: readonly RegExp[], instead: string): string =>
  patterns.reduce((left, pattern) => left.replaceAll(pattern, instead), text);

const foundBy = (text: string, patterns: readonly RegExp[]): readonly string[] =>
  patterns.flatMap((pattern) => text.match(pattern) ?? []);

/** A text with addresses, numbers to call, links and names at other services taken out. */
export const maskContacts = (text: string): string =>
  without(text, [address, ...links, ...names], mask).replaceAll(numbers, (found) =>
    isNumberToCall(found) ? mask : found,
  );

/** Addresses, numbers to call and names at other services in a text; links are not among them. */
export function findContacts(text: string): readonly string[] {
  const rest = without(text, [address, ...links, ...names], " ");
  return [
    ...foundBy(text, [address]),
    ...foundBy(without(text, [address, ...links], " "), names),
    ...foundBy(rest, [numbers]).filter(isNumberToCall),
  ];
}

/** Links in a text, also those written without `https://`. */
export function findLinks(text: string): readonly string[] {
  const [whole, bare] = [links.slice(0, 1), links.slice(1)];
  const rest = without(text, [address], " ");
  return [...foundBy(rest, whole), ...foundBy(without(rest, whole, " "), bare)];
}

function isNumberToCall(found: string): boolean {
  if (new RegExp(`^${date}$`, "u").test(found)) return false;
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
  // A number written with its country is one from seven digits on; without, amounts have as many.
  return digits >= (/^(?:\+|00)/.test(found) ? 7 : 8) && digits <= 15;
}
