/** What a mailed link wants of the page it opens. */
export interface MailedLink {
  readonly purpose: "verify" | "reset";
  readonly token: string;
}

/** The parameter in which a guarded page writes where to go after signing in. */
const wantedParameter = "tessera_to";

/** Takes the token of a mailed link out of the page's address, so that neither a reload nor the history holds it. Null when there is none. */
export function takeMailedLink(): MailedLink | null {
  const [, purpose, token] = /^#tessera-(verify|reset)=([\w-]+)$/.exec(location.hash) ?? [];
  if (token === undefined) return null;
  history.replaceState(history.state, "", pageUrl());
  return { purpose: purpose === "verify" ? "verify" : "reset", token };
}

/** This page's address for the link of a mail. */
export function pageUrl(): string {
  const url = new URL(location.href);
  url.hash = "";
  // Longer ones no mail gets.
  return url.href.length > 500 ? url.origin + url.pathname : url.href;
}

/** Where a page of the site for signing in sends the visitor back to this one from. */
export function signInUrl(page: string): string {
  const url = new URL(page, document.baseURI);
  const { pathname, search, hash } = location;
  url.searchParams.set(wantedParameter, pathname + search + hash);
  return url.href;
}

/** The page somebody wanted when they were sent here to sign in; null when there is none, or when it is of another site. */
export function wantedUrl(): string | null {
  const wanted = new URLSearchParams(location.search).get(wantedParameter);
  if (wanted === null || !URL.canParse(wanted, location.origin)) return null;
  const url = new URL(wanted, location.origin);
  return url.origin === location.origin ? url.href : null;
}
