import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { type LookupFunction, isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** An address outgoing calls may not reach, or a URL that is none. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** How an outgoing call may be answered before it is cut off. */
const mostBytes = 64 * 1024;

/** A network and how many of its bits count. */
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

// What `range()` calls unicast although it is of special use (IANA special-purpose registries, RFC 6890 and its updates).
const alsoRefused: readonly Range[] = [
  "192.88.99.0/24",
  "198.18.0.0/15",
  "240.0.0.0/4",
  "100.64.0.0/10",
  "192.0.0.0/24",
  "0.0.0.0/8",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fec0::/10",
].map((range) => ipaddr.parseCIDR(range));

/** Reads addresses that may be reached although they are private: ranges such as 127.0.0.1/32, separated by commas. */
export const readRanges = (text: string): readonly Range[] =>
  text
    .split(",")
    .map((range) => range.trim())
    .filter((range) => range !== "")
    .map((range) => ipaddr.parseCIDR(range));

/** Whether an address belongs to the public internet, or to a range that was allowed by hand. */
function isReachable(address: string, allowed: readonly Range[]): boolean {
  if (!ipaddr.isValid(address.replace(/%.*$/, ""))) return false;
  const parsed = ipaddr.process(address.replace(/%.*$/, ""));
  const isIn = ([range, bits]: Range) => range.kind() === parsed.kind() && parsed.match(range, bits);
  return allowed.some(isIn) || (parsed.range() === "unicast" && !alsoRefused.some(isIn));
}

/** Reads a URL that a person entered for outgoing calls. Throws `AddressRefused` with the reason as its sentence. */
export function readOutgoingUrl(text: string, allowed: readonly Range[]): URL {
  const url = URL.parse(text);
  if (!url) throw new AddressRefused("This is not a URL.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isOwnMachine = isIP(host) !== 0 && allowed.length > 0 && isReachable(host, allowed);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isOwnMachine)) {
    throw new AddressRefused("The URL must start with https://.");
  }
  if (url.username !== "" || url.password !== "")
    throw new AddressRefused("The URL must not hold a user or password.");
  if (isIP(host) !== 0 && !isReachable(host, allowed))
    throw new AddressRefused("The URL must not point into a private network.");
  return url;
}

/** Resolves names for outgoing connections; a name that points into a private network is refused with `AddressRefused`. */
export const guardedLookup =
  (allowed: readonly Range[]): LookupFunction =>
  (host, options, found) => {
    resolve(host, { ...options, all: true }, (failure, addresses) => {
      if (failure) return found(failure, "");
      if (addresses.length === 0 || !addresses.every(({ address }) => isReachable(address, allowed))) {
        return found(new AddressRefused("The name points into a private network."), "");
      }
      if (options.all) return found(null, addresses);
      found(null, addresses[0]!.address, addresses[0]!.family);
    });
  };

/** Refuses an address written in numbers that may not be reached; names are judged when they are resolved. */
export function assertReachable(host: string, allowed: readonly Range[]): void {
  if (isIP(host) !== 0 && !isReachable(host, allowed))
    throw new AddressRefused("The address points into a private network.");
}

/** Whether a host is an address of this machine's own networks that was allowed by hand. */
export const isAllowedByHand = (host: string, allowed: readonly Range[]): boolean =>
  isIP(host) !== 0 && !isReachable(host, []) && isReachable(host, allowed);

/** The answer to an outgoing call; its body cut at 4 kB. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly body: string;
  /** Seconds asked for by Retry-After; null when none were. */
  readonly retryAfterSeconds: number | null;
}

/**
 * Posts to somebody else's server. The address is checked when the connection is made, so a name that changes its mind between
 * a check and the call does not help; redirects are answers like any other; a long or slow answer is cut.
 */
export function postOutgoing(
  text: string,
  body: string,
  {
    headers,
    signal,
    allowed,
  }: { headers: Record<string, string>; signal: AbortSignal; allowed: readonly Range[] },
): Promise<OutgoingAnswer> {
  const url = readOutgoingUrl(text, allowed);
  return new Promise((answer, refuse) => {
    const { request } = url.protocol === "https:" ? https : http;
    const sent = request(url, {
      method: "POST",
      // A connection of its own: a pooled one was checked for somebody else.
      agent: false,
      lookup: guardedLookup(allowed),
      signal,
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
    });
    sent.on("error", refuse);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const finish = () =>
        answer({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).subarray(0, 4096).toString("utf8").replaceAll("\u0000", ""),
          retryAfterSeconds: secondsOf(response.headers["retry-after"]),
        });
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= mostBytes) chunks.push(chunk);
        else response.destroy();
      });
      response.on("close", finish);
      response.on("error", finish);
    });
    sent.end(body);
  });
}

function secondsOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}
