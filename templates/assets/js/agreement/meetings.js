// Leaves the meetings' days where the home page finds them (next.js), in this
// browser and only where the answers are kept too.
export function leaveMeetings(page, key) {
  const list = [];
  for (const row of page.form.querySelectorAll("[data-schedule] tr[data-meeting]")) {
    const number = row.dataset.meeting;
    const day = page.fields.get(`date.${number}`)?.read();
    const link = row.querySelector("a[href]");
    if (day && link) list.push({ day, clock: page.fields.get(`time.${number}`)?.read() ?? "", title: row.dataset.title, path: new URL(link.href).pathname });
  }
  if (list.length) localStorage.setItem(key, JSON.stringify({ uid: page.uid, list }));
  else forgetMeetings(page, key);
}

// Those of another agreement, as a pair's beside the blank one, stay.
export function forgetMeetings(page, key) {
  if (JSON.parse(localStorage.getItem(key))?.uid === page.uid) localStorage.removeItem(key);
}
