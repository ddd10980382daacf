import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { AddressRefused, readOutgoingUrl } from "../../../platform/outgoing.ts";
import { installedModules } from "../../../platform/installed-modules.ts";
import { allowedAddresses } from "../outgoing.ts";

/** What can be written into an endpoint. */
export const endpointFields = z.strictObject({
  url: z.string().trim().max(2000),
  description: z.string().trim().max(200),
  /** Names of events, or `*` for all. */
  eventNames: z.array(z.string().max(100)).min(1).max(100),
});

/** The events a webhook can be had of. */
export const webhookEventNames = (): string[] =>
  installedModules().flatMap(({ events }) =>
    Object.entries(events).flatMap(([name, { webhook }]) => (webhook ? [name] : [])),
  );

/** Refuses a URL that may not be called, and names of events that do not exist. */
export function assertFields({
  url,
  eventNames,
}: {
  readonly url?: string | undefined;
  readonly eventNames?: readonly string[] | undefined;
}): void {
  if (url !== undefined) assertUrl(url);
  const known = new Set(["*", ...webhookEventNames()]);
  const unknown = (eventNames ?? []).flatMap((name, index) => (known.has(name) ? [] : [index]));
  if (unknown.length > 0) {
    throw invalidFields(
      ...unknown.map((index) => ({ path: ["eventNames", index], message: "There is no such event." })),
    );
  }
}

function assertUrl(url: string): void {
  try {
    readOutgoingUrl(url, allowedAddresses());
  } catch (refusal) {
    if (refusal instanceof AddressRefused) throw invalidFields({ path: ["url"], message: refusal.message });
    throw refusal;
  }
}
