let known: URL | null = null;

/** Says once, at the start, where the installation's admin app is reached; undefined when it has none. */
export function useAdminAddress(url: string | undefined): void {
  known = url === undefined ? null : new URL(url);
}

/** The address of a page of the admin app, or null when nobody said where the app is. */
export const adminPage = (path: string): URL | null => known && new URL(path, known);
