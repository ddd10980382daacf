/** What a calendar is told to do: to note an event, to strike it out, or to show a list of them. */
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/** A person in a calendar. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** One event of a calendar. */
export interface CalendarEvent {
  /** The same for every version of the event. */
  readonly uid: string;
  /** Higher with every version; calendars drop a lower one that comes late. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly summary: string;
  readonly description: string;
  /** Where it takes place; null when that is not known. */
  readonly url: string | null;
  readonly organizer: CalendarPerson;
  /** For whom it is; null in a list of one's own. */
  readonly attendee: CalendarPerson | null;
}

/** A calendar as a file (RFC 5545), its times in UTC so that no time zone has to be explained to the reader. */
export function calendarText(
  {
    method,
    name,
    stampedAt,
  }: { readonly method: CalendarMethod; readonly name: string; readonly stampedAt: Date },
  events: readonly CalendarEvent[],
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tessera//Scheduling//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(method === "PUBLISH"
      ? [`NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT1H"]
      : []),
    ...events.flatMap((event) => eventLines(event, stampedAt)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const eventLines = (event: CalendarEvent, stampedAt: Date): string[] => [
  "BEGIN:VEVENT",
  `UID:${text(event.uid)}`,
  `DTSTAMP:${utc(stampedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${utc(event.startsAt)}`,
  `DTEND:${utc(event.endsAt)}`,
  `STATUS:${event.status}`,
  `SUMMARY:${text(event.summary)}`,
  `DESCRIPTION:${text(event.description)}`,
  ...(event.url === null ? [] : [`LOCATION:${text(event.url)}`, `URL:${uri(event.url)}`]),
  `ORGANIZER;${personOf(event.organizer)}`,
  ...(event.attendee ? [`ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE;${personOf(event.attendee)}`] : []),
  "TRANSP:OPAQUE",
  "END:VEVENT",
];

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

// Section 3.3.11: backslash, semicolon, comma and line ends are written with a backslash; other control characters cannot be.
const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

// Section 3.2: a quoted parameter holds anything but quotes and control characters.
const personOf = ({ name, email }: CalendarPerson): string =>
  `CN="${name.replaceAll(/["\u0000-\u001f\u007f]/g, " ").trim()}":mailto:${uri(email)}`;

const uri = (value: string): string => value.replaceAll(/[\u0000-\u0020\u007f]/g, "");

const mostOctets = 75;

/** Cuts a line into pieces of at most 75 octets, each further one begun by a space; no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
