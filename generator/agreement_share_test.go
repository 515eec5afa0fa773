package generator

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestAgreementIsSharedInALink(t *testing.T) {
	t.Parallel()
	p := publishStarter(t)
	t.Run("what differs is shown, and taken over only when the reader says so", func(t *testing.T) { shares(p.reader(t), p.reader(t)) })
	t.Run("a link of another text, or of nothing new, says so", func(t *testing.T) { sharesOld(p.reader(t)) })
	t.Run("a hostile link does nothing", func(t *testing.T) { hostile(p.reader(t)) })
}

const (
	differences = `[...document.querySelectorAll("[data-offer] dt")].map((dt) => [dt, dt.nextElementSibling, dt.nextElementSibling.nextElementSibling].map((e) => (e.querySelector("label span") ?? e.querySelector("dd > span")).textContent).join(": ")).join("\n")`
	offerShown  = `!document.querySelector("[data-offer]").hidden`
)

func shares(a, b *reader) {
	a.open("agreement.html")
	a.typed("party.mentor", "Åsa <img src=x onerror=alert(1)>")
	a.typed("goal.1", "Her goal")
	a.click(`[name="rule.contact"][value="other"]`)
	a.do(chromedp.SendKeys(`[data-other="rule.contact"]`, "letters; by post", chromedp.ByQuery))
	a.put("date.1", "2027-02-03")
	a.do(chromedp.Evaluate(`navigator.clipboard.write = async ([item]) => { window.copied = await (await item.getType("text/plain")).text(); }`, nil))
	a.click(`[data-share]`)
	a.until(`document.querySelector("[data-status]").textContent !== ""`)
	a.expect(`document.querySelector("[data-status]").textContent.startsWith(`+quoted(a.text("agreement.copied"))+`)`, "true")
	link := a.read("window.copied")
	if !strings.HasPrefix(link, a.base+"agreement.html#answers=") {
		a.t.Fatalf("the link is %s", link)
	}

	b.open("agreement.html")
	b.typed("goal.1", "His goal")
	b.typed("goal.2", "Only his")
	b.put("rule.how-often", "4")
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(link))
	b.until(offerShown)
	b.expect(`document.activeElement.matches("[data-offer]")`, "true")
	b.expect(`document.querySelector("[data-offer] p").textContent`, b.text("agreement.offer-differs"))
	got := b.read(differences)
	for _, want := range []string{
		"Name of the mentor: no answer: Åsa <img src=x onerror=alert(1)>\n", "How often do we meet? (weeks): 4: 3\n", "Goal 1: His goal: Her goal\n",
		"How do we keep in touch between meetings?: e-mail, text message: e-mail, text message, letters; by post\n", "Date: Getting acquainted: no answer: 3\u00a0February 2027\n",
	} {
		if !strings.Contains(got, want) {
			b.t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Only his") || strings.Contains(got, "Cancel") {
		b.t.Errorf("what the link says nothing of is among the differences:\n%s", got)
	}
	b.is("the goal before anything is agreed to", b.value("goal.1"), "His goal")
	b.is("the mentor before anything is agreed to", b.value("party.mentor"), "")
	b.expect(`localStorage.getItem(localStorage.key(0)).includes("Her goal")`, "false")
	for _, name := range []string{"Goal 1", "How often"} { // these two stay
		b.do(chromedp.Evaluate(`[...document.querySelectorAll("[data-offer] label")].find((e) => e.textContent.includes(`+quoted(name)+`)).click()`, nil))
	}
	b.click(`[data-offer] .button:not(.plain)`)
	b.expect(`document.querySelector("[data-offer]").textContent`, b.text("agreement.offer-taken"))
	b.is("a goal not taken over", b.value("goal.1"), "His goal")
	b.is("the rhythm not taken over", b.value("rule.how-often"), "4")
	b.is("what the link says nothing of", b.value("goal.2"), "Only his")
	b.is("the mentor", b.value("party.mentor"), "Åsa <img src=x onerror=alert(1)>")
	b.is("the first day", b.value("date.1"), "2027-02-03")
	b.expect(`document.querySelector('[data-of="rule.contact"]').textContent`, "e-mail, text message, letters; by post")
	b.expect(`location.href`, b.base+"agreement.html")
	b.do(chromedp.Evaluate(`location.hash = `+quoted("#"+strings.SplitN(link, "#", 2)[1]), nil))
	b.until(`document.querySelector("[data-offer] dl") !== null`)
	b.click(`[data-offer] .plain`)
	b.is("the goal that was to stay", b.value("goal.1"), "His goal")
	b.expect(`document.querySelector("[data-offer]").hidden`, "true")
	b.expect(`location.hash`, "")
	b.open("agreement.html")
	b.is("what was taken over, kept", b.value("date.1"), "2027-02-03")
}

// fragmentOf makes a link's fragment of what anybody may put into one.
func fragmentOf(data []byte) string {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return "#answers=" + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

func draft(revision string, answers map[string]any) []byte {
	data, _ := json.Marshal(map[string]any{"v": 1, "lang": "en", "revision": revision, "answers": answers})
	return data
}

// follow opens a link and waits for what the page says of it.
func (r *reader) follow(fragment string) {
	r.t.Helper()
	r.do(chromedp.Navigate("about:blank"), chromedp.Navigate(r.base+"agreement.html"+fragment))
	r.until(offerShown)
}

func sharesOld(r *reader) {
	r.open("agreement.html")
	revision := r.read(`document.querySelector("[data-agreement]").dataset.revision`)
	r.follow(fragmentOf(draft(revision, nil)))
	r.announced("[data-offer]", "agreement.offer-bad")
	r.follow(fragmentOf(draft(revision, map[string]any{})))
	r.announced("[data-offer]", "agreement.offer-same")
	r.expect("location.hash", "")
	changed := `document.querySelector("[data-offer]").textContent.includes(` + quoted(r.text("agreement.offer-changed")) + `)`
	r.follow(fragmentOf(draft(revision, map[string]any{"goal.1": "x"})))
	r.expect(changed, "false")
	r.expect(`document.querySelector("[data-offer] p").textContent`, r.text("agreement.offer-all"))
	r.follow(fragmentOf(draft("0000000", map[string]any{"goal.1": "x"})))
	r.expect(changed, "true")
	plain := base64.RawURLEncoding.EncodeToString(draft(revision, map[string]any{"goal.1": "from a browser that compresses nothing"}))
	r.follow("#answers0=" + plain)
	r.expect(differences, "Goal 1: no answer: from a browser that compresses nothing")
}

func hostile(r *reader) {
	good := map[string]any{"goal.1": "x"}
	bomb := draft("", map[string]any{"goal.1": strings.Repeat("a", 10<<20)})
	for name, fragment := range map[string]string{
		"no base64":        "#answers=%%%",
		"nothing":          "#answers=",
		"cut off":          fragmentOf(draft("", good))[:30],
		"no compression":   "#answers=" + base64.RawURLEncoding.EncodeToString([]byte("hello there, this is no deflate stream")),
		"no JSON":          fragmentOf([]byte(`{"v":1,`)),
		"no UTF-8":         fragmentOf([]byte("{\"v\":1,\"answers\":{\"goal.1\":\"\xff\"}}")),
		"null":             fragmentOf([]byte(`null`)),
		"a list":           fragmentOf([]byte(`{"v":1,"answers":["goal.1"]}`)),
		"a text":           fragmentOf([]byte(`{"v":1,"answers":"goal.1"}`)),
		"another version":  fragmentOf([]byte(`{"v":2,"answers":{"goal.1":"x"}}`)),
		"ten megabytes":    fragmentOf(bomb),
		"a large plain":    "#answers0=" + base64.RawURLEncoding.EncodeToString(bomb[:100_000]),
		"not base64 alone": "#answers0=a",
	} {
		r.follow(fragment)
		if got := r.read(`document.querySelector("[data-offer]").textContent`); got != r.text("agreement.offer-bad") {
			r.t.Errorf("%s: %.200q", name, got)
		}
		r.expect("location.hash", "")
	}
	r.follow(fragmentOf(draft("", map[string]any{
		"goal.1": 7, "goal.2": []string{"x"}, "goal.3": nil, "blank.place": map[string]string{"toString": "x"}, "blank.additions": strings.Repeat("x", 4001),
		"no.field": "x", "__proto__": "x", "constructor": "x", "rule.how-often": "1e9", "rule.how-long": "60 minutes", "rule.cancelling": " 30",
		"rule.preparation": "9", "rule.confidentiality": "0,1", "rule.feedback": "-1", "rule.contact": "0,9,x", "rule.ending": "true",
		"date.1": "2027-02-30", "date.2": "27-02-03", "date.3": "9999-01-01", "time.1": "24:00", "time.2": "9:00", "party.mentor": "two\u0000parts", "blank.mentor-email": strings.Repeat("x", 301),
	})))
	r.expect(differences, "How do we keep in touch between meetings?: e-mail, text message: e-mail")
	r.follow(fragmentOf(draft("", map[string]any{
		"party.mentor": `"><script>document.title='no'</script>`, "goal.1": "<img src=x onerror=\"document.title='no'\">", "rule.feedback": ";<svg onload=document.title='no'>",
		"date.1": "2027-02-03", "time.1": "23:59", "rule.how-often": "99",
	})))
	r.click(`[data-offer] .button`)
	r.expect(`document.title.startsWith("Mentoring agreement")`, "true")
	r.expect(`document.querySelectorAll(".agreement script, .agreement img, .agreement svg, [data-offer] script").length`, "0")
	r.is("the mentor", r.value("party.mentor"), `"><script>document.title='no'</script>`)
	r.expect(control("rule.how-often")+`.getAttribute("aria-invalid")`, "true")
	r.expect(fmt.Sprintf(`Object.prototype.hasOwnProperty.call({}.__proto__, %q)`, "x"), "false")
}
