import { z } from "zod";
import { checkDaily, daily as dailyRooms } from "../../../../platform/providers/video/daily.ts";
import { type VideoProvider } from "../../../../platform/providers/video/port.ts";
import { vendorAddresses } from "./addresses.ts";
import { vendor } from "./vendor.ts";

/** What was entered for Daily. */
export const dailyValues = z.strictObject({
  apiKey: z.string().min(8, "This is no API key: it is too short."),
});

const optionsOf = ({ apiKey }: z.infer<typeof dailyValues>) => ({ apiKey, apiUrl: vendorAddresses().daily });

/** Rooms that use the entered credentials. */
export const dailyProvider = (entered: z.infer<typeof dailyValues>): VideoProvider =>
  dailyRooms(optionsOf(entered));

/** Daily, for video. */
export const daily = vendor({
  name: "daily",
  kind: "video",
  title: "Daily",
  values: dailyValues,
  secrets: ["apiKey"],
  hookPath: null,
  modeOf: () => null,
  assertAddresses: () => {},
  check: (entered, _context, options) => checkDaily(optionsOf(entered), options),
});
