import { z } from "zod";
import { type VideoProvider } from "../../../../platform/providers/video/port.ts";
import { checkZoom, zoom as zoomRooms, type ZoomOptions } from "../../../../platform/providers/video/zoom.ts";
import { vendorAddresses } from "./addresses.ts";
import { vendor } from "./vendor.ts";

const id = z
  .string()
  .regex(
    /^[\w-]{4,100}$/,
    "Copy it from the page of your Server-to-Server OAuth app at Zoom, without spaces.",
  );

/** What was entered for Zoom. */
export const zoomValues = z.strictObject({
  accountId: id,
  clientId: id,
  clientSecret: id,
  hosts: z.array(z.email("Write e-mail addresses of Zoom users.")).max(100).default([]),
});

const optionsOf = (entered: z.infer<typeof zoomValues>): ZoomOptions => {
  const { zoomApi: apiUrl, zoomLogin: loginUrl } = vendorAddresses();
  return { ...entered, apiUrl, loginUrl };
};

/** Rooms that use the entered credentials. */
export const zoomProvider = (entered: z.infer<typeof zoomValues>): VideoProvider =>
  zoomRooms(optionsOf(entered));

/** Zoom, for video. */
export const zoom = vendor({
  name: "zoom",
  kind: "video",
  title: "Zoom",
  values: zoomValues,
  secrets: ["clientSecret"],
  hookPath: null,
  modeOf: () => null,
  assertAddresses: () => {},
  check: (entered, _context, options) => checkZoom(optionsOf(entered), options),
});
