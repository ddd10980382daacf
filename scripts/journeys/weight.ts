import { type Page } from "playwright-core";

/** Something that came over the wire from the API's origin. */
export interface Received {
  /** Its path; of a call, the operation's name. */
  readonly what: string;
  /** The size of its body as it travelled, compressed, without headers. */
  readonly bytes: number;
}

/**
 * Writes down what a page takes from an origin from now on, with its size on the wire. What the browser had in its cache costs
 * nothing and is not listed; neither are documents, such as the page of a payment gateway, nor pictures: how heavy those are is
 * decided by whoever uploaded them, and a page that shows the same person without a widget would load the same ones.
 */
export async function weigh(page: Page, origin: string): Promise<Received[]> {
  const received: Received[] = [];
  const asked = new Map<string, string>();
  const headerBytes = new Map<string, number>();
  const devTools = await page.context().newCDPSession(page);
  devTools.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (new URL(request.url).origin !== origin || type === "Document" || type === "Image") return;
    asked.set(requestId, nameOf(request));
  });
  devTools.on("Network.responseReceived", ({ requestId, response }) => {
    headerBytes.set(requestId, response.encodedDataLength);
  });
  devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const what = asked.get(requestId);
    const bytes = encodedDataLength - (headerBytes.get(requestId) ?? 0);
    if (what !== undefined && bytes > 0) received.push({ what, bytes });
  });
  await devTools.send("Network.enable");
  return received;
}

function nameOf({ url, postData }: { readonly url: string; readonly postData?: string }): string {
  const { pathname } = new URL(url);
  if (pathname !== "/api/v1/rpc") return pathname;
  const { path } = JSON.parse(postData ?? "{}") as { path?: string };
  return path ?? pathname;
}

/** The bytes of everything together. */
export const bytesOf = (received: readonly Received[]): number =>
  received.reduce((sum, { bytes }) => sum + bytes, 0);

/** Takes the chat off a page before its scripts run: its weight is told by itself, and its stream never ends. */
export const leaveOutChat = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    document.addEventListener("readystatechange", () => document.querySelector("tessera-chat")?.remove());
  });
