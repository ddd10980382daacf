import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { downloadPackages } from "./download.ts";
import { type Host } from "./slot-scenario.ts";

// Downloaded when the benchmark runs and kept in the temporary folder, never a dependency: the package is AGPL.
const calcom = { name: "@calcom/platform-libraries", version: "0.0.360" };
const dayjsVersion = "1.11.23";

/** Free starts of round-robin hosts by Cal.com's published code, as epoch milliseconds. */
export type CalcomSlots = (
  hosts: readonly Host[],
  from: number,
  until: number,
  lengthMinutes: number,
) => number[];

interface Dayjs {
  valueOf(): number;
  tz(zone: string): Dayjs;
}

interface DateRange {
  start: Dayjs;
  end: Dayjs;
}

/** What `calcom-entry.js` in the temporary folder exports: functions of the package as they are published. */
interface Published {
  dayjs: { (instant: Date): Dayjs; utc(instant: number): Dayjs };
  buildDateRanges: (input: object) => { dateRanges: DateRange[] };
  subtract: (ranges: DateRange[], busy: DateRange[]) => DateRange[];
  getAggregatedAvailability: (users: object[], kind: string) => DateRange[];
  getSlots: (input: object) => { time: Dayjs }[];
}

/** Downloads and loads Cal.com's slot code; undefined when it cannot be had, such as without a network. */
export async function loadCalcom(): Promise<CalcomSlots | undefined> {
  const folder = join(tmpdir(), `tessera-bench-calcom-${calcom.version}`);
  const bundle = join(folder, "bundle.mjs");
  const packages = [calcom, { name: "dayjs", version: dayjsVersion }];
  if (!existsSync(bundle) && !(downloadPackages(folder, packages) && (await bundleInto(bundle, folder))))
    return undefined;
  return adapt((await import(pathToFileURL(bundle).href)) as Published);
}

/** Answers the benchmark's question the way the package's own slot service does, less its database and calendars. */
function adapt({
  dayjs,
  buildDateRanges,
  subtract,
  getAggregatedAvailability,
  getSlots,
}: Published): CalcomSlots {
  return (hosts, from, until, lengthMinutes) => {
    const users = hosts.map(({ availability: { zone, rules }, busy }) => {
      const { dateRanges } = buildDateRanges({
        timeZone: zone,
        dateFrom: dayjs.utc(from),
        dateTo: dayjs.utc(until),
        travelSchedules: [],
        availability: rules.map(({ weekday, startMinute, endMinute }) => ({
          days: [weekday % 7],
          startTime: new Date(startMinute * 60_000),
          endTime: new Date(endMinute * 60_000),
        })),
      });
      const taken = busy.map(({ start, end }) => ({ start: dayjs(start), end: dayjs(end) }));
      const free = subtract(dateRanges, taken);
      return { dateRanges: free, oooExcludedDateRanges: free, user: { isFixed: false } };
    });
    const slots = getSlots({
      inviteeDate: dayjs.utc(from).tz("UTC"),
      frequency: lengthMinutes,
      eventLength: lengthMinutes,
      minimumBookingNotice: 0,
      dateRanges: getAggregatedAvailability(users, "ROUND_ROBIN"),
    });
    const starts = slots.map(({ time }) => time.valueOf());
    return starts.filter((start) => start >= from && start < until).sort((a, b) => a - b);
  };
}

async function bundleInto(bundle: string, folder: string): Promise<boolean> {
  const dist = join(folder, "node_modules", calcom.name, "dist");
  const entry = join(folder, "calcom-entry.js");
  writeFileSync(
    entry,
    `export { default as dayjs } from "dayjs";
     export { b as buildDateRanges, s as subtract } from ${JSON.stringify(join(dist, "date-ranges-79rc7oZX.js"))};
     export { getAggregatedAvailability, getSlots } from ${JSON.stringify(join(dist, "slots.js"))};`,
  );
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    plugins: [withoutTheRest],
  });
  return true;
}

/** Keeps the files that compute slots and replaces everything else they import, Prisma and the rest, by an empty stand-in. */
const withoutTheRest: Plugin = {
  name: "without-the-rest",
  setup(builder) {
    const kept = /^dayjs|calcom-entry|date-ranges-79rc7oZX|slots\.js$|index-rbwdGzy0|index-sMkzixNw/;
    builder.onResolve({ filter: /.*/ }, ({ path, importer }) =>
      kept.test(path) || importer.includes("/dayjs/") ? undefined : { path, namespace: "stand-in" },
    );
    builder.onLoad({ filter: /.*/, namespace: "stand-in" }, () => ({ contents: standIn, loader: "js" }));
    builder.onLoad({ filter: /platform-libraries[\\/]dist[\\/]slots\.js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, "utf8")}\nexport { getAggregatedAvailability, getSlots };`,
      loader: "js",
    }));
  },
};

// `S`, `a3` and `w` are SchedulingType, DEFAULT_GROUP_ID and withReporting in this version; the rest is never called.
const standIn = `
const anything = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => "" : anything), apply: () => anything, construct: () => anything });
const known = { S: { COLLECTIVE: "COLLECTIVE", ROUND_ROBIN: "ROUND_ROBIN", MANAGED: "MANAGED" }, a3: "default", w: (work) => work };
module.exports = Object.assign(Object.create(new Proxy({}, { get: (_, key) => (key === "__esModule" ? true : anything) })), known);
`;

/** Runs work with the formatter behind \`Date.toLocaleString\` kept, as Cal.com's private fork of dayjs does; it is the fair anchor. */
export function withCachedFormatter<T>(work: () => T): T {
  const original = Object.getOwnPropertyDescriptor(Date.prototype, "toLocaleString")!;
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const cached = function (this: Date, locale = "en-US", options: Intl.DateTimeFormatOptions = {}): string {
    const key = `${locale} ${options.timeZone}`;
    let formatter = formatters.get(key);
    if (!formatter) {
      const parts = {
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      } as const;
      formatter = new Intl.DateTimeFormat(locale, { ...parts, ...options });
      formatters.set(key, formatter);
    }
    return formatter.format(this);
  };
  // oxlint-disable-next-line no-extend-native -- dayjs reaches the formatter no other way
  Object.defineProperty(Date.prototype, "toLocaleString", { ...original, value: cached });
  try {
    return work();
  } finally {
    // oxlint-disable-next-line no-extend-native -- puts back what was there
    Object.defineProperty(Date.prototype, "toLocaleString", original);
  }
}
