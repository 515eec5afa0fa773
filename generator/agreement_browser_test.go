package generator

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

func TestAgreementInABrowser(t *testing.T) {
	t.Parallel()
	p := publishStarter(t)
	for name, test := range map[string]func(r *reader){
		"what is typed shows wherever it is printed":                         mirrors,
		"a draft is kept, in all languages, and cleared at the second press": keepsAndClears,
		"a browser that keeps nothing says so, and the form works":           keepsNothing,
		"answers of an older text are kept where they fit":                   keepsWhatFits,
		"dates follow the first one until they are changed by hand":          follows,
		"what is missing is listed and leads to its field":                   listsOpen,
		"a wrong answer is told of when it is given":                         validates,
		"the meetings go into a calendar file":                               putsIntoACalendar,
		"what could not be loaded is told, and asked for again":              loadsAgain,
		"it works from disk": func(r *reader) { fromDisk(r, p.options.Out) },
		"a pair's page keeps nothing unless it is told to": func(r *reader) { pairsPage(r, p.options) },
	} {
		t.Run(name, func(t *testing.T) { test(p.reader(t)) })
	}
}

func mirrors(r *reader) {
	r.open("fi/sopimus.html")
	r.typed("party.mentor", "Åsa <b>Öhman</b>")
	r.is("the name on paper", r.beside("party.mentor"), "Åsa <b>Öhman</b>")
	r.is("the name under the signature", r.value("sign.mentor.name"), "Åsa <b>Öhman</b>")
	r.put("rule.how-often", "2.5")
	r.is("the number on paper", r.beside("rule.how-often"), "2,5")
	r.put("date.1", "2027-02-03")
	r.is("the day on paper", r.beside("date.1"), "3.\u00a0helmikuuta 2027")
	r.click(`[name="rule.contact"][value="3"]`)
	sentence := `document.querySelector('[data-of="rule.contact"]').textContent`
	r.expect(sentence, "sähköposti, tekstiviesti, pikaviesti tai videopuhelu")
	r.click(`[name="rule.contact"][value="other"]`)
	r.expect(`document.activeElement.dataset.other`, "rule.contact")
	r.do(chromedp.SendKeys(`[data-other="rule.contact"]`, "kirje", chromedp.ByQuery))
	r.expect(sentence, "sähköposti, tekstiviesti, pikaviesti tai videopuhelu, kirje")
	r.do(chromedp.SendKeys(`[data-other="rule.feedback"]`, "joskus", chromedp.ByQuery))
	r.expect(`document.querySelector('[data-of="rule.feedback"]').textContent`, "joskus")
	r.expect(`document.querySelector('[name="rule.feedback"]:checked').value`, "other")
	for i := range 4 {
		r.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[name="rule.contact"][value="%d"]:checked')?.click()`, i), nil))
	}
	r.click(`[name="rule.contact"][value="other"]`)
	r.expect(sentence, "")
	before := r.read(control("goal.1") + ".offsetHeight")
	r.put("goal.1", strings.Repeat("Yksi rivi\n", 12))
	r.expect(control("goal.1")+".offsetHeight > 2 * "+before, "true")
	r.expect(control("goal.1")+".scrollHeight <= "+control("goal.1")+".clientHeight + 1", "true")
}

func keepsAndClears(r *reader) {
	r.open("agreement.html")
	r.typed("goal.1", "Find three people who do the work")
	r.put("rule.how-often", "4")
	r.click(`[name="rule.preparation"][value="2"]`)
	r.click(`[data-field="rule.ending"]`)
	r.open("fi/sopimus.html")
	r.expect(`document.querySelector("[data-said]").textContent`, "")
	r.is("the goal", r.value("goal.1"), "Find three people who do the work")
	r.is("the rhythm", r.value("rule.how-often"), "4")
	r.expect(`document.querySelector('[name="rule.preparation"]:checked').value`, "2")
	r.expect(control("rule.ending")+".checked", "true")
	r.expect(`document.querySelector('[data-of="rule.preparation"]').textContent === document.querySelector('[name="rule.preparation"]:checked').closest("label").textContent.trim()`, "true")
	r.click(`[data-clear]`)
	r.is("the goal after one press", r.value("goal.1"), "Find three people who do the work")
	r.announced("[data-said]", "agreement.clear-sure")
	r.click(`[data-clear]`)
	r.is("the goal after two", r.value("goal.1"), "")
	r.is("the rhythm after two", r.value("rule.how-often"), "3")
	r.expect(`document.querySelector('[name="rule.preparation"]:checked').value`, "0")
	r.expect(`localStorage.length`, "0")
	r.announced("[data-said]", "agreement.cleared")
	r.open("agreement.html")
	r.is("the goal in a page opened anew", r.value("goal.1"), "")
}

func keepsNothing(r *reader) {
	r.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });`).Do(ctx)
		return err
	}))
	r.open("agreement.html")
	r.typed("goal.1", "A goal")
	r.is("the goal on paper", r.beside("goal.1"), "A goal")
	r.announced("[data-said]", "agreement.not-kept")
	r.click(`[data-clear]`)
	r.click(`[data-clear]`)
	r.is("the goal after clearing", r.value("goal.1"), "")
}

func keepsWhatFits(r *reader) {
	r.open("agreement.html")
	r.typed("goal.1", "A goal")
	r.do(chromedp.Evaluate(`{
		const key = localStorage.key(0);
		const kept = JSON.parse(localStorage.getItem(key));
		kept.revisions.en = "0000000";
		Object.assign(kept.answers, { "rule.gone": "9", "rule.contact": "1,7;", "rule.preparation": "9", "rule.feedback": 4, "date.1": "2027-02-31", "rule.how-often": "many", "time.1": "09:30" });
		localStorage.setItem(key, JSON.stringify(kept));
	}`, nil))
	r.open("agreement.html")
	r.announced("[data-said]", "agreement.kept-changed")
	r.is("the goal", r.value("goal.1"), "A goal")
	r.is("the time", r.value("time.1"), "09:30")
	r.is("a day that never was", r.value("date.1"), "")
	r.is("no number", r.value("rule.how-often"), "3")
	r.expect(`[...document.querySelectorAll('[name="rule.contact"]:checked')].map((e) => e.value)`, "1,other")
	r.expect(`document.querySelector('[name="rule.preparation"]:checked').value`, "0")
	r.expect(`document.querySelector('[name="rule.feedback"]:checked').value`, "0")
	r.expect(`localStorage.getItem(localStorage.key(0)).includes("gone")`, "false")
	r.open("agreement.html")
	r.expect(`document.querySelector("[data-said]").textContent`, "")
}

// dates are the days of the first four meetings.
const dates = `[1, 2, 3, 4].map((n) => document.querySelector('[data-field="date.' + n + '"]').value)`

func follows(r *reader) {
	r.open("sv/avtal.html")
	const note = `document.querySelector(".table + .said").textContent`
	r.expect(note, "")
	r.put("date.1", "2027-02-03")
	r.expect(dates, "2027-02-03,2027-02-24,2027-03-17,2027-04-07")
	r.expect(note, r.text("agreement.followed"))
	r.put("date.3", "2027-03-20")
	r.put("rule.how-often", "2")
	r.expect(dates, "2027-02-03,2027-02-17,2027-03-20,2027-03-17")
	r.put("rule.how-often", "2.5")
	r.expect(dates, "2027-02-03,2027-02-17,2027-03-20,2027-03-17")
	r.put("date.3", "")
	r.put("rule.how-often", "4")
	r.expect(dates, "2027-02-03,2027-03-03,2027-03-31,2027-04-28")
	r.open("sv/avtal.html")
	r.put("date.1", "2027-03-04")
	r.expect(dates, "2027-03-04,2027-04-01,2027-04-29,2027-05-27")
	r.expect(`[...document.querySelectorAll(".late")].map((e) => e.closest("tr").dataset.meeting + e.textContent)`,
		fmt.Sprintf("5%[1]s,6%[1]s,7%[1]s,8%[1]s", r.text("agreement.past-end")))
	r.expect(control("date.5")+`.getAttribute("aria-describedby") === document.querySelector(".late").id`, "true")
	r.put("time.1", "16:15")
	r.put("time.2", "09:00")
	r.put("time.1", "17:00")
	r.expect(`[1, 2, 3].map((n) => document.querySelector('[data-field="time.' + n + '"]').value)`, "17:00,09:00,17:00")
}

func listsOpen(r *reader) {
	r.open("agreement.html")
	const list = `[...document.querySelectorAll("[data-open] li")].map((e) => e.textContent).join("; ")`
	all := "Name of the mentor; Name of the mentee; Goal 1; Do we agree that either of us may end the pair without blame?; Do we know what happens to our personal data?"
	r.expect(list, all)
	r.expect(`document.querySelector("[data-status]").textContent`, "")
	r.click(`[data-open] li:nth-child(3) a`)
	r.expect(`document.activeElement.dataset.field`, "goal.1")
	r.expect(`location.hash`, "")
	r.typed("goal.1", "A goal")
	r.typed("party.mentor", "A")
	r.typed("party.mentee", "B")
	r.click(`[data-field="rule.ending"]`)
	r.expect(list, "Do we know what happens to our personal data?")
	r.do(chromedp.Evaluate(`window.print = () => {}`, nil))
	r.click(`.outcome [data-print]`)
	r.expect(`document.querySelector("[data-status]").textContent`, "Still open: 1 – Do we know what happens to our personal data?")
	r.click(`[data-field="rule.personal-data"]`)
	r.expect(`document.querySelector("[data-open]").textContent`, r.text("agreement.complete"))
	for i := range 2 {
		r.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[name="rule.contact"][value="%d"]').click()`, i), nil))
	}
	r.expect(list, "How do we keep in touch between meetings?")
}

func validates(r *reader) {
	r.open("fi/sopimus.html")
	problem := func(name, want string) {
		r.t.Helper()
		e := control(name)
		r.expect(`document.getElementById(`+e+`.getAttribute("aria-describedby"))?.textContent ?? ""`, want)
		r.expect(e+`.getAttribute("aria-invalid")`, map[bool]string{true: "true", false: "null"}[want != ""])
	}
	r.do(chromedp.Evaluate(control("rule.how-often")+`.select()`, nil))
	r.typed("rule.how-often", "9")
	problem("rule.how-often", "")
	r.typed("rule.how-often", "\t")
	problem("rule.how-often", "Kirjoita luku 2–6.")
	const open = `[...document.querySelectorAll("[data-open] a")].some((a) => a.textContent.startsWith("Kuinka usein tapaamme?"))`
	r.expect(open, "true")
	r.do(chromedp.Evaluate(control("rule.how-often")+`.select()`, nil))
	r.typed("rule.how-often", "5")
	r.expect(open, "false")
	problem("rule.how-often", "")
	r.put("blank.mentor-email", "maija at example.org")
	problem("blank.mentor-email", r.text("agreement.bad-email"))
	r.put("blank.mentor-email", "maija@example.org, matti@example.org")
	problem("blank.mentor-email", "")
	r.typed("date.2", "0203")
	r.typed("time.2", "\t")
	problem("date.2", r.text("agreement.bad-date"))
	r.put("date.2", "2027-02-03")
	problem("date.2", "")
	r.put("rule.how-often", "44")
	r.open("fi/sopimus.html")
	problem("rule.how-often", "Kirjoita luku 2–6.")
}

func loadsAgain(r *reader) {
	r.open("agreement.html")
	r.put("date.1", "2027-02-03")
	const address = `document.querySelector("[data-agreement]").dataset.more`
	right := r.read(address)
	r.do(chromedp.Evaluate(address+` = "assets/gone.js"`, nil))
	r.click(`[data-calendar]`)
	r.willSay("[data-status]", "agreement.not-loaded")
	r.do(chromedp.Evaluate(`document.querySelector("[data-status]").textContent = ""`, nil))
	r.click(`[data-share]`)
	r.willSay("[data-status]", "agreement.not-loaded")
	r.do(chromedp.Evaluate(address+` = `+quoted(right), nil))
	r.calendar()
	for _, text := range r.take() {
		if !strings.Contains(text, "gone.js") {
			r.t.Error(text)
		}
	}
}

func fromDisk(r *reader, out string) {
	r.base = "file://" + filepath.ToSlash(out) + "/"
	r.complaints.base = r.base
	r.open("sv/avtal.html")
	r.typed("goal.1", "Ett mål")
	r.put("date.1", "2027-02-03")
	r.open("fi/sopimus.html")
	r.is("the goal", r.value("goal.1"), "Ett mål")
	r.expect(dates, "2027-02-03,2027-02-24,2027-03-17,2027-04-07")
	r.do(chromedp.Evaluate(`Object.defineProperty(navigator, "clipboard", { value: undefined })`, nil))
	r.click(`[data-share]`)
	r.do(chromedp.WaitVisible(`input.link`, chromedp.ByQuery))
	link := r.read(`document.querySelector("input.link").value`)
	r.click(`[data-clear]`)
	r.click(`[data-clear]`)
	r.do(chromedp.Navigate("about:blank"), chromedp.Navigate(link), chromedp.WaitVisible(`[data-offer]`, chromedp.ByQuery))
	r.click(`[data-offer] .button`)
	r.is("the goal from the link", r.value("goal.1"), "Ett mål")
	r.expect("location.hash", "")
}

func pairsPage(r *reader, o Options) {
	_, states, err := Pairs(r.ctx, o)
	if err != nil {
		r.t.Fatal(err)
	}
	address, key, _ := strings.Cut(states[0].Link, "#")
	r.open(states[0].Link)
	r.typed("blank.place", "Kirjasto")
	r.expect(`localStorage.length`, "0")
	r.do(chromedp.Evaluate(`document.querySelector(".skip").click()`, nil))
	r.expect("location.hash", "#"+key)
	r.expect("document.activeElement.id", "ui:main")
	// To write a mail does not leave the page, though browsers ask as if it did.
	r.expect(`(() => {
		const mail = document.querySelector('a[href^="mailto:"]');
		mail.addEventListener("click", (event) => event.preventDefault());
		mail.click();
		return [1, 2].map(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
	})()`, "false,true")
	r.open(states[0].Link)
	r.is("the number of warnings that what was typed is not kept", strconv.Itoa(int(r.warned.Load())), "1")
	r.is("the place, never kept", r.value("blank.place"), "")
	r.click(`[data-keep]`)
	r.announced("[data-said]", "agreement.kept-now")
	r.typed("blank.place", "Kirjasto")
	r.open("fi/sopimus.html")
	r.is("the number of warnings once it is kept", strconv.Itoa(int(r.warned.Load())), "1")
	r.is("the place in the blank agreement", r.value("blank.place"), "")
	r.open(states[0].Link)
	r.is("the place, kept", r.value("blank.place"), "Kirjasto")
	r.expect(`document.querySelector("[data-keep]").checked`, "true")

	r.do(chromedp.Evaluate(`Object.defineProperty(navigator, "clipboard", { value: undefined })`, nil))
	r.do(chromedp.Evaluate(`location.hash = "#ui:main"`, nil))
	r.click(`[data-share]`)
	r.do(chromedp.WaitVisible(`input.link`, chromedp.ByQuery))
	link := r.read(`document.querySelector("input.link").value`)
	if !strings.HasPrefix(link, r.base+address+"#"+key+"&answers=") {
		r.t.Errorf("the link is %s", link)
	}
	r.click(`[data-keep]`)
	r.expect(`localStorage.length`, "0")
	r.is("the place after it is not to be kept", r.value("blank.place"), "Kirjasto")
	r.do(chromedp.Navigate("about:blank"), chromedp.Navigate(link), chromedp.WaitVisible(`[data-offer] dl`, chromedp.ByQuery))
	r.is("the place before anything is taken over", r.value("blank.place"), "")
	r.click(`[data-offer] .button`)
	r.is("the place from the link", r.value("blank.place"), "Kirjasto")
	r.expect("location.hash", "#"+key)
	r.expect(`localStorage.length`, "0")
}
