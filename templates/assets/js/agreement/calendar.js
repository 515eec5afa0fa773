// The meetings as a calendar file.
import { calendarText } from "./ics.js";

// calendarOf saves the meetings as a file; false where none has a date.
export function calendarOf(page) {
  const events = meetings(page);
  if (events.length) download(calendarText(events, new Date()), page.texts.text("file") + ".ics");
  return events.length > 0;
}

// meetings lists the meetings that have a date.
function meetings(page) {
  const { form, fields, uid, texts, prepare } = page;
  const answer = (name) => fields.get(name)?.read() ?? "";
  // All blank agreements have one uid; the names tell one pair's meetings from another's.
  const who = page.pair ? uid : `${uid}-${mark(answer("party.mentor") + "\n" + answer("party.mentee"))}`;
  const events = [];
  for (const row of form.querySelectorAll("[data-meeting]")) {
    const { meeting, minutes, title } = row.dataset;
    const day = fields.get("date." + meeting)?.fit(answer("date." + meeting));
    if (!day) continue;
    const guide = address(row.querySelector("th a"));
    events.push({
      uid: `${who}-${meeting}@mentorbook`,
      day, minutes: Number(minutes),
      time: fields.get("time." + meeting)?.fit(answer("time." + meeting)),
      summary: form.dataset.programme ? `${title} (${form.dataset.programme})` : title,
      description: [prepare[meeting], guide && `${texts.text("calendar-guide")}: ${guide}`].filter(Boolean).join("\n"),
      url: guide,
    });
  }
  return events;
}

// The absolute address of a guide, "" where the page was opened from disk and
// the handbook knows no address of its own.
function address(link) {
  const base = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  return link && /^https?:/.test(base) ? new URL(link.getAttribute("href"), base).href : "";
}

// mark is a short hash of a text (FNV-1a, 32 bits), whatever its case and spaces.
function mark(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize().toLowerCase().replace(/[^\S\n]+/g, " ").trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
}
