package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
)

// wordsFolder holds, for each language, the words of the agreement's second
// script.
const wordsFolder = "assets/words/"

// laterTexts are the interface texts that the agreement says only once its
// second script is there; the others stand on the page (partials/agreement-texts.html).
var laterTexts = [...]string{
	"agreement.copied", "agreement.copy-failed", "agreement.too-long",
	"agreement.offer-all", "agreement.offer-differs", "agreement.offer-yours", "agreement.offer-theirs", "agreement.offer-empty",
	"agreement.offer-take", "agreement.offer-keep", "agreement.offer-taken", "agreement.offer-same", "agreement.offer-changed", "agreement.offer-bad",
	"agreement.calendar-none", "agreement.calendar-made", "agreement.calendar-guide", "agreement.file",
}

// agreementWords is a script with the words that the agreement's second script
// needs, of the interface and of the meetings' preparation. It knows no pair, so
// that a sealed page may load it, and few readers of the agreement need it at all.
type agreementWords struct {
	address string // with a hash of its bytes
	script  []byte
}

func wordsOf(e *edition) *agreementWords {
	var words struct {
		Texts   map[string]string `json:"texts"`
		Prepare map[string]string `json:"prepare"` // by the meeting's number
	}
	words.Texts, words.Prepare = map[string]string{}, map[string]string{}
	for _, name := range laterTexts {
		words.Texts[name] = e.text.Text(name)
	}
	for _, m := range e.Meetings {
		words.Prepare[strconv.Itoa(m.Meeting.Number)] = agreement.Preparation(m, e.text, agreement.Words(e.site.Terms))
	}
	data, err := json.Marshal(words) // which escapes what older scripts would take amiss
	if err != nil {
		panic(err) // only what is no text
	}
	script := []byte(`document.currentScript.dispatchEvent(new CustomEvent("ready",{detail:` + string(data) + "}));\n")
	sum := sha256.Sum256(script)
	return &agreementWords{wordsFolder + string(e.Lang) + "." + hex.EncodeToString(sum[:5]) + ".js", script}
}

// wordJob makes the scripts of all languages that have an agreement.
func (r *renderer) wordJob() job {
	return job{address: wordsFolder, make: func(w *worker) ([]finding.Finding, error) {
		for _, e := range r.editions {
			if e.Agreement == nil {
				continue
			}
			if err := w.put(e.words().address, e.words().script); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}}
}
