import assert from "node:assert/strict";
import { describe, test } from "node:test";
import ICAL from "ical.js";
import { type CalendarEvent, calendarText } from "./ical.ts";

const head = { method: "REQUEST", name: "Site", stampedAt: new Date("2026-01-01T00:00:00Z") } as const;
const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "1@tessera",
  sequence: 3,
  startsAt: new Date("2026-03-29T08:00:00Z"),
  endsAt: new Date("2026-03-29T09:00:00Z"),
  status: "CONFIRMED",
  summary: "First talk",
  description: "First talk\nhttps://example.com/meet/1",
  url: "https://example.com/meet/1",
  organizer: { name: "Site", email: "no-reply@example.com" },
  attendee: { name: "Ada", email: "ada@example.com" },
  ...changes,
});
const parsed = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

describe("calendar files", () => {
  test("a request reads back as it was written, in UTC", () => {
    const text = calendarText(head, [event()]);
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.getFirstPropertyValue("method"), "REQUEST");
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    const [read] = parsed(text);
    assert.equal(read?.uid, "1@tessera");
    assert.equal(read?.sequence, 3);
    assert.equal(read?.startDate.toJSDate().toISOString(), "2026-03-29T08:00:00.000Z");
    assert.equal(read?.endDate.toJSDate().toISOString(), "2026-03-29T09:00:00.000Z");
    assert.equal(read?.summary, "First talk");
    assert.equal(read?.description, "First talk\nhttps://example.com/meet/1");
    assert.equal(read?.organizer, "mailto:no-reply@example.com");
    assert.deepEqual(
      read?.attendees.map((attendee) => attendee.getFirstValue()),
      ["mailto:ada@example.com"],
    );
  });

  test("every line ends with CRLF, holds 75 octets at most and never half a character", () => {
    const long = "会议安排与职业规划🎉، ".repeat(20);
    const text = calendarText(head, [event({ summary: long, description: long })]);
    assert.ok(text.endsWith("\r\n"));
    for (const line of text.slice(0, -2).split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!/[\r\n\uFFFD]/.test(line), line);
    }
    assert.equal(parsed(text)[0]?.summary, long);
  });

  test("nothing a person writes becomes a line or a property of its own", () => {
    const hostile = 'x\r\nATTENDEE:mailto:eve@example.com\r\nEND:VEVENT\n;,:\\"\u0000\u0007';
    const text = calendarText(head, [
      event({
        summary: hostile,
        description: hostile,
        url: "https://example.com/\r\nBEGIN:VEVENT",
        organizer: { name: hostile, email: "no-reply@example.com" },
        attendee: { name: hostile, email: "ada@example.com\r\nX-EVIL:1" },
      }),
    ]);
    const [read, ...others] = parsed(text);
    assert.equal(others.length, 0);
    assert.equal(read?.attendees.length, 1);
    assert.equal(read?.summary, 'x\nATTENDEE:mailto:eve@example.com\nEND:VEVENT\n;,:\\"');
    assert.ok(!/^(X-EVIL|BEGIN:VEVENT\r\n(?:.*\r\n)*BEGIN:VEVENT)/m.test(text));
  });

  test("a list shows its name; a cancelled event says so", () => {
    const text = calendarText({ ...head, method: "PUBLISH", name: "Site, or so" }, [
      event({ status: "CANCELLED", attendee: null, url: null }),
      event({ uid: "2@tessera" }),
    ]);
    assert.match(text, /^NAME:Site\\, or so\r$/m);
    const [first, second] = parsed(text);
    assert.equal(first?.component.getFirstPropertyValue("status"), "CANCELLED");
    assert.equal(first?.location, null);
    assert.equal(second?.uid, "2@tessera");
  });
});
