/** Whether a text is exactly an origin as browsers send it: scheme, host, perhaps a port, nothing more. */
export function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text) return false;
  // The URL standard lets a host be named `*.example.com`, which no browser ever sends.
  const isPlain = /^([a-z0-9.-]+|\[[0-9a-f:]+\])$/.test(url.hostname);
  return isPlain && (url.protocol === "https:" || isLocalOrigin(text));
}

/** Whether an origin is a developer's own machine. */
export const isLocalOrigin = (origin: string): boolean =>
  /^https?:\/\/(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);

/** Whether pages of an origin may use a site: one on its list, and in a sandbox a developer's machine too. */
export const isAllowedOrigin = (
  origin: string,
  { allowedOrigins, isSandbox }: { readonly allowedOrigins: readonly string[]; readonly isSandbox: boolean },
): boolean => allowedOrigins.includes(origin) || (isSandbox && isLocalOrigin(origin));
