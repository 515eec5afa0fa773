// The home page names the next meeting, where this browser keeps an agreement
// with its days (agreement/meetings.js).
const script = document.currentScript?.src;

export function nextMeeting(today = new Date()) {
  const place = document.querySelector("[data-next]");
  if (!place || !script) return;
  const root = new URL("..", script);
  const next = meetings(root)
    .filter((m) => m.day >= dayOf(today))
    .sort((a, b) => (a.day + a.clock < b.day + b.clock ? -1 : 1))[0];
  if (!next) return;
  const time = document.createElement("time");
  const link = document.createElement("a");
  link.textContent = next.title;
  link.href = next.path;
  place.append(" ", link, " ", time);
  time.dateTime = next.clock ? `${next.day}T${next.clock}` : next.day;
  const [year, month, day] = next.day.split("-");
  const written = place.dataset.date.replace("{d}", Number(day)).replace("{m}", place.dataset.months.split("|")[month - 1]).replace("{y}", year);
  time.textContent = next.clock ? `${written} · ${next.clock}` : written;
  place.hidden = false;
}

// meetings returns what is kept, and nothing that did not come from an
// agreement of this handbook.
function meetings(root) {
  try {
    const { list } = JSON.parse(localStorage.getItem(`mentorbook-meetings:${root.pathname}`));
    return (Array.isArray(list) ? list : []).filter((m) => /^\d{4}-\d\d-\d\d$/.test(m?.day) && /^(\d\d:\d\d)?$/.test(m.clock) && typeof m.title === "string" && String(m.path).startsWith(root.pathname));
  } catch {
    return [];
  }
}

function dayOf(date) {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}
