let known: Addresses | undefined;

/** Where this installation is reached from outside, without a slash at the end. */
export interface Addresses {
  readonly apiUrl: string;
}

/** Tells the process its own addresses, once at the start: after listening, when the port was chosen by the machine. */
export function useAddresses(addresses: Addresses): void {
  known = addresses;
}

/** The address browsers and vendors reach the API by, for links in mails, calendars and pay pages. */
export function apiUrl(): string {
  if (!known) throw new Error("useAddresses was not called at the start of the process.");
  return known.apiUrl;
}
