// Answers that follow from others until somebody changes them by hand: the
// meetings' dates from the first one's and from how often the pair meets, their
// times from the first one's, the names under the signatures from those at the top.
//
// A field follows while it is empty or holds what it was last given, so nothing
// needs to be remembered from visit to visit.
export function following(page) {
  const rows = [...page.form.querySelectorAll("[data-schedule] [data-meeting]")];
  const get = (name) => page.fields.get(name);
  const answer = (name) => get(name)?.read() ?? "";
  const often = () => (get("rule.how-often")?.element.validity.valid ? answer("rule.how-often") : "");
  const followers = [];
  // derive returns the answer to follow, or undefined where none can be told.
  const follow = (name, derive) => {
    if (get(name)) followers.push({ field: get(name), derive });
  };
  const [first, ...others] = rows.map((row) => row.dataset.meeting);
  others.forEach((number, i) => {
    follow("date." + number, () => dayAfter(answer("date." + first), often(), i + 1));
    follow("time." + number, () => answer("time." + first));
  });
  for (const name of page.fields.keys()) {
    const [, party] = /^sign\.(mentor|mentee|coordinator)\.name$/.exec(name) ?? [];
    if (party && get("party." + party)) follow(name, () => answer("party." + party));
  }
  const note = noteAfter(page.form.querySelector("[data-schedule]"));
  const follows = {
    // What is in the fields now is what they were last given.
    restart() {
      for (const f of followers) f.last = f.derive() ?? f.last;
    },
    now() {
      let dates = false;
      for (const f of followers) {
        const next = f.derive();
        if (next === undefined || next === f.last) continue;
        const here = f.field.read();
        if ((here === "" || here === f.last) && here !== next) {
          f.field.write(next);
          page.check.field(f.field);
          dates ||= f.field.type === "date";
        }
        f.last = next;
      }
      if (dates && note && !note.textContent) page.say(page.texts.text("followed"), note);
    },
  };
  follows.restart();
  if (rows.length) page.watchers.push(() => rows.forEach((row) => pastEnd(page, row)));
  return follows;
}

// The day some steps of that many weeks after a day.
function dayAfter(day, weeks, steps) {
  const t = Date.parse(day + "T00:00Z");
  if (!/^[1-9]\d?$/.test(weeks) || !(t > Date.UTC(1900))) return undefined;
  return new Date(t + steps * weeks * 7 * 864e5).toISOString().slice(0, 10);
}

function noteAfter(table) {
  if (!table) return undefined;
  const note = document.createElement("p");
  note.className = "said";
  note.setAttribute("role", "status");
  (table.closest(".table") ?? table).after(note);
  return note;
}

// Says beside a meeting that its date lies after the programme's end.
function pastEnd(page, row) {
  const input = row.querySelector("[type=date]");
  if (!input) return;
  const late = page.form.dataset.end && input.value > page.form.dataset.end;
  page.check.note(input, "late", late ? page.texts.text("past-end") : "");
}
