/** The parameter with which a pay page sends the visitor back. */
const parameter = "tessera_return";

/** This page's address without what an earlier return left in it: where a pay page sends the visitor back to. */
export function returnUrl(): string {
  const url = new URL(location.href);
  url.searchParams.delete(parameter);
  return url.href;
}

/** Takes the single-use code of a return out of the page's address, so that a reload does not use it again. Null when there is none. */
export function takeReturnCode(): string | null {
  const code = new URL(location.href).searchParams.get(parameter);
  if (code !== null) history.replaceState(history.state, "", returnUrl());
  return code;
}

/** The token of a link out of a mail that led here; null when none did. It stands after the `#`, which no server sees. */
export const manageToken = (): string | null => /^#tessera-manage=(.+)/.exec(location.hash)?.[1] ?? null;

/** Takes the token out of the page's address. */
export const dropManageToken = (): void =>
  history.replaceState(history.state, "", location.pathname + location.search);
