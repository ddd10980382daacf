/** A date without time or zone, as `YYYY-MM-DD`. */
export type Day = string;

// Making a formatter takes some 50 us, using one 1 us: a month of times needs hundreds of uses.
function kept<Format, Options>(make: (tag: string, options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (tag: string, options?: Options): Format => {
    const name = tag + JSON.stringify(options);
    const format = made.get(name) ?? make(tag, options);
    made.set(name, format);
    return format;
  };
}

/** A date formatter for a locale, made once. Dates are Gregorian everywhere, as in the calendar. */
export const dateFormat = kept(
  (tag, options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { calendar: "gregory", ...options }),
);

/** A number formatter for a locale, made once. */
export const numberFormat = kept(
  (tag, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);

/** Minutes as a length of time: `50 minutes`, `2 hours`. */
export function formatMinutes(tag: string, minutes: number): string {
  const isHours = minutes % 60 === 0;
  const options = { style: "unit", unit: isHours ? "hour" : "minute", unitDisplay: "long" } as const;
  return numberFormat(tag, options).format(isHours ? minutes / 60 : minutes);
}

/** The time of day of an instant in a zone, such as `14:30`. */
export const formatTime = (tag: string, instant: number, timeZone: string): string =>
  dateFormat(tag, { timeStyle: "short", timeZone }).format(instant);

/** The times of day from one instant until another, such as `14:30 – 15:20`. */
export const formatTimes = (tag: string, from: number, until: number, timeZone: string): string =>
  dateFormat(tag, { timeStyle: "short", timeZone }).formatRange(from, until);

/** The date and time of an instant in a zone. */
export const formatMoment = (tag: string, instant: number, timeZone: string): string =>
  dateFormat(tag, { dateStyle: "full", timeStyle: "short", timeZone }).format(instant);

/** The date with the times of day from one instant until another. */
export const formatSpan = (tag: string, from: number, until: number, timeZone: string): string =>
  dateFormat(tag, { dateStyle: "full", timeStyle: "short", timeZone }).formatRange(from, until);

/** The date of an instant in a zone, with its weekday. */
export const formatDate = (tag: string, instant: number, timeZone: string): string =>
  dateFormat(tag, { dateStyle: "full", timeZone }).format(instant);

/** The date an instant has in a zone. */
export const dayIn = (timeZone: string, instant: number): Day =>
  dateFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).format(instant);

/** How a zone's clock differs from UTC at an instant, such as `GMT+2`. */
export const formatOffset = (tag: string, timeZone: string, instant: number): string =>
  dateFormat(tag, { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(instant)
    .find(({ type }) => type === "timeZoneName")?.value ?? "";
