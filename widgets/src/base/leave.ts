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
