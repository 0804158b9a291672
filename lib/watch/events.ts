/** Events of a calendar (iCalendar, RFC 5545): the lines that every kind of event of ours is made of. */

/** The longest line of a calendar, in bytes without its line break. */
const LINE = 75;

/** An event of a whole day. `uid` tells it from every other, so that it is moved and not doubled when it comes again; `on` is ms since 1970. */
export type CalendarEvent = { uid: string; on: number; title: string; text: string; rule?: string };

/** The text of an `.ics` file with these events. `product` says what made it, `now` (ms since 1970) when. */
export function calendarOf(events: readonly CalendarEvent[], product: string, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Meshwarden//${product}//EN`,
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, on, title, text, rule }: CalendarEvent, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@meshwarden.org`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${stamp(on).slice(0, 'YYYYMMDD'.length)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545, section 3.3.5 "Date-Time", in UTC. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** RFC 5545, section 3.3.11 "Text". */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** RFC 5545, section 3.1 "Content Lines": broken into pieces of 75 bytes at most, between letters and not within one. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let text = '';
  let left = LINE;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (size > left) {
      text += '\r\n ';
      left = LINE - 1;
    }
    text += letter;
    left -= size;
  }
  return text;
}
