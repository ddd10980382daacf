/** The site's own service worker: where notifications lead, and the line that shows them (docs/embedding.md, Pushes). */
export const pushWorker = (
  apiUrl: string,
): string => `self.tessera = { page: "/notifications", booking: "/account#{id}" };
importScripts("${apiUrl}/widgets/v1/push-worker.js");
`;
