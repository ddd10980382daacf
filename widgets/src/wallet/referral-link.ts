/** The parameter of a link by which a member brings somebody along. */
const parameter = "tessera-ref";

/** This page's address with a member's code in it, and nothing else. */
export function referralLink(code: string): string {
  const url = new URL(location.pathname, location.href);
  url.searchParams.set(parameter, code);
  return url.href;
}

/** Takes the code of such a link out of the page's address, so that a reload does not claim it again. Null when there is none. */
export function takeReferralCode(): string | null {
  const url = new URL(location.href);
  const code = url.searchParams.get(parameter);
  if (code === null) return null;
  url.searchParams.delete(parameter);
  history.replaceState(history.state, "", url);
  return code;
}
