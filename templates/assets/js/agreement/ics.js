// The text of a calendar (RFC 5545). Package agreement writes the same in Go,
// for the pairs' own calendars; generator/agreement/testdata/calendar-lines.txt
// holds what both must agree on.

// calendarText returns a calendar of events; now tells it from older ones, so
// that a calendar which knows the events already changes them.
//
// Times are floating (RFC 5545, 3.3.5): the hour on the clock where the pair is.
export function calendarText(events, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const sequence = Math.floor((now - Date.UTC(2020)) / 60e3); // grows by the minute
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mentorbook//Agreement//EN", "CALSCALE:GREGORIAN"];
  for (const e of events) {
    lines.push("BEGIN:VEVENT", "UID:" + e.uid, "DTSTAMP:" + stamp, "SEQUENCE:" + sequence, ...when(e), "SUMMARY:" + escape(e.summary));
    if (e.description) lines.push("DESCRIPTION:" + escape(e.description));
    if (e.url) lines.push("URL:" + e.url);
    lines.push("END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => fold(line) + "\r\n").join("");
}

function when({ day, time, minutes }) {
  const plain = (text) => text.replace(/[-:]/g, "");
  const after = (ms) => plain(new Date(Date.parse(`${day}T${time || "00:00"}Z`) + ms).toISOString());
  if (time) return ["DTSTART:" + plain(day + "T" + time) + "00", "DTEND:" + after(minutes * 60e3).slice(0, 15)];
  return ["DTSTART;VALUE=DATE:" + plain(day), "DTEND;VALUE=DATE:" + after(864e5).slice(0, 8), "TRANSP:TRANSPARENT"];
}

// escape writes a text value (3.3.11), without characters that none may hold.
export function escape(text) {
  return text.replace(/\t/g, " ").replace(/[\0-\x09\x0b-\x1f\x7f]/g, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

// fold breaks a line (3.1) after at most 75 octets, between two characters.
export function fold(line) {
  let folded = "", octets = 0;
  for (const c of line) {
    const n = new TextEncoder().encode(c).length;
    if (octets + n > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += c;
    octets += n;
  }
  return folded;
}
