/** The page's own address for a person, from a template such as `/coaches/{id}`; null when there is none, or one that leads to no web page. */
export function addressOf(template: string, id: string): string | null {
  const filled = template.replaceAll("{id}", encodeURIComponent(id));
  if (!filled || !URL.canParse(filled, document.baseURI)) return null;
  const { protocol, href } = new URL(filled, document.baseURI);
  return isWeb(protocol) ? href : null;
}

/** A link somebody wrote, if it leads to a web page and can do nothing else. */
export const webLink = (link: string): URL | null => {
  const url = URL.canParse(link) ? new URL(link) : null;
  return url && isWeb(url.protocol) ? url : null;
};

const isWeb = (protocol: string): boolean => /^https?:$/.test(protocol);
