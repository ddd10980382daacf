/** What stands where a contact was. */
const mask = "•••";

const at = String.raw`(?:@|＠|\(at\)|\[at\])`;
const dot = String.raw`(?:\.|。|\(dot\)|\[dot\])`;
const domains = "com|net|org|io|me|cn|co|de|eu|info|app|dev|site|xyz|top|cc|uk|fr";

/** Dates look like numbers to call; they are found first and left alone. */
const date = String.raw`\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b`;
const call = String.raw`(?:\+|00)?\(?\p{Nd}[\p{Nd} ().\/-]{5,}\p{Nd}`;
const numbers = new RegExp(`${date}|${call}`, "gu");

const others: readonly RegExp[] = [
  new RegExp(String.raw`[\p{L}\p{N}._%+-]+ ?${at} ?[\p{L}\p{N}-]+(?: ?${dot} ?\p{L}{2,})+`, "giu"),
  /\b(?:https?:\/\/|www\.)\S+/giu,
  new RegExp(String.raw`\b[\w-]+\.(?:${domains})\b(?:\/\S*)?`, "giu"),
  /(?<![\p{L}\p{N}._])@[\w.]{3,}/gu,
  /\b(?:whats ?app|telegram|skype|wechat|weixin|signal|insta(?:gram)?|vx|wx|qq)(?: ?id)? ?(?:[:：=]|@) ?@?[\w.+-]{4,}/giu,
  /(?:微信|威信|薇信|电报|加v|扣扣)(?:号|號)? ?(?:[:：=是为])? ?[\w.+-]{4,}/giu,
  /\bqq(?:号|號)? ?[:：=是为]? ?\d{5,}/giu,
];

/** A text with addresses, numbers to call, links and names at other services taken out. */
export const maskContacts = (text: string): string =>
  others
    .reduce((left, pattern) => left.replaceAll(pattern, mask), text)
    .replaceAll(numbers, (found) => (isNumberToCall(found) ? mask : found));

function isNumberToCall(found: string): boolean {
  if (new RegExp(`^${date}$`, "u").test(found)) return false;
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
  // A number written with its country is one from seven digits on; without, amounts have as many.
  return digits >= (/^(?:\+|00)/.test(found) ? 7 : 8) && digits <= 15;
}
