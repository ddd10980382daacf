/** The API's origin, as the page's server wrote it into the page. */
export const apiUrl = (): string =>
  document.querySelector<HTMLMetaElement>("meta[name=tessera-api]")?.content ?? "";
