package pairs

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// unit is a unit of time.
type unit uint8

const (
	unitNone unit = iota
	unitMinute
	unitHour
	unitDay
	unitWeek
	unitMonth
)

// inMinutes and inDays are lengths of units that have one. A month is none:
// it counts as four weeks only where somebody meets once in it.
var (
	inMinutes = map[unit]float64{unitMinute: 1, unitHour: 60}
	inDays    = map[unit]float64{unitDay: 1, unitWeek: 7}
)

// once are ways to say how often, in weeks. Texts are folded by split, without
// spaces.
var once = map[string]float64{
	"weekly": 1, "everyweek": 1, "onceaweek": 1, "jokaviikko": 1, "viikoittain": 1, "kerranviikossa": 1, "varjevecka": 1, "engångiveckan": 1, "engångivecka": 1, "varvecka": 1,
	"everyotherweek": 2, "everysecondweek": 2, "fortnightly": 2, "onceafortnight": 2, "jokatoinenviikko": 2, "jokatoinenvko": 2, "varannanvecka": 2,
	"everythirdweek": 3, "jokakolmasviikko": 3, "vartredjevecka": 3,
	"everyfourthweek": 4, "jokaneljäsviikko": 4, "varfjärdevecka": 4,
	"monthly": 4, "everymonth": 4, "onceamonth": 4, "kerrankuussa": 4, "kerrankuukaudessa": 4, "kuukausittain": 4, "jokakuukausi": 4, "jokakuu": 4,
	"varjemånad": 4, "engångimånaden": 4, "engångimånad": 4, "månadsvis": 4, "varmånad": 4, "månatligen": 4,
	"twiceamonth": 2, "kaksikertaakuussa": 2, "kaksikertaakuukaudessa": 2, "tvågångerimånaden": 2, "tvågångerimånad": 2,
}

// numberWords are numbers as they stand before a unit, in the nominative and
// in the form that the unit asks for.
var numberWords = map[string]float64{
	"one": 1, "a": 1, "an": 1, "yksi": 1, "yhden": 1, "en": 1, "ett": 1,
	"two": 2, "kaksi": 2, "kahden": 2, "två": 2,
	"three": 3, "kolme": 3, "kolmen": 3, "tre": 3,
	"four": 4, "neljä": 4, "neljän": 4, "fyra": 4,
	"five": 5, "viisi": 5, "viiden": 5, "fem": 5,
	"six": 6, "kuusi": 6, "kuuden": 6, "sex": 6,
	"half": 0.5, "puoli": 0.5, "halv": 0.5, "puolitoista": 1.5, "puolentoista": 1.5, "halvannan": 1.5,
}

// padding are words that add nothing to a length of time or a count of weeks.
var padding = words("every each about välein väli noin n ca c about around cirka ungefär var kerran en gång with apart mellanrum med i taget at time")

// weeks reads how often people meet, as weeks between meetings. plain is the
// unit of a number without one.
func weeks(text string, plain unit) (float64, bool) {
	key := compact(text)
	if n, ok := once[key]; ok {
		return n, true
	}
	if times, per, ok := timesPer(text); ok {
		return per / times, true
	}
	n, u, ok := amount(text, plain)
	switch {
	case !ok:
	case u == unitMonth && n == 1:
		return 4, true
	case inDays[u] > 0:
		n = n * inDays[u] / 7
		return n, n == math.Trunc(n) && n > 0
	}
	return 0, false
}

// timesPer reads 1 krt/kk, 2 x kk, 2 krt kuussa, 1 gång/månad: how many times
// in how many weeks.
func timesPer(text string) (times, per float64, ok bool) {
	all := split(text)
	if len(all) < 3 {
		return 0, 0, false
	}
	n := float64(digits(all[0]))
	switch all[1] {
	case "krt", "kertaa", "kerta", "x", "ggr", "gånger", "gång", "times", "time":
	default:
		return 0, 0, false
	}
	u := unitWords[all[len(all)-1]]
	switch {
	case len(all) > 4 || n == 0:
	case u == unitMonth && (n == 1 || n == 2 || n == 4):
		return n, 4, true
	case u == unitWeek && n == 1:
		return 1, 1, true
	}
	return 0, 0, false
}

// minutes reads how long a meeting lasts. A number without a unit is of the
// unit plain; below 10 it is likely hours, so it is not understood.
func minutes(text string, plain unit) (float64, bool) {
	if h, m, ok := strings.Cut(strings.TrimSpace(text), ":"); ok && len(m) == 2 {
		if hours, err := strconv.Atoi(h); err == nil && hours >= 0 && hours < 10 {
			if rest, err := strconv.Atoi(m); err == nil && rest >= 0 && rest < 60 {
				return float64(60*hours + rest), hours+rest > 0
			}
		}
		return 0, false
	}
	total := 0.0
	for _, part := range clauses(text) {
		n, u, ok := amount(part, plain)
		if !ok || inMinutes[u] == 0 || n <= 0 {
			return 0, false
		}
		if _, bare := number(part); bare && u == unitMinute && n < 10 {
			return 0, false
		}
		total += n * inMinutes[u]
	}
	return total, total > 0 && total == math.Trunc(total)
}

// clauses cuts 1 h 30 min behind each unit: where a number begins after a
// number and a word.
func clauses(text string) []string {
	var parts []string
	start, number, word := 0, false, false
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
			word = word || number
		case unicode.IsDigit(r):
			if word {
				parts = append(parts, text[start:i])
				start, word = i, false
			}
			number = true
		}
	}
	return append(parts, text[start:])
}

// amount reads a number and its unit: 4 weeks, every 4 weeks, 4 viikon välein,
// 1,5 h, 1½ h, puolitoista tuntia, tunti.
func amount(text string, plain unit) (n float64, u unit, ok bool) {
	if n, ok := number(text); ok {
		return n, plain, plain != unitNone
	}
	text = strings.ToLower(strings.ReplaceAll(tidy(text), "½", ".5"))
	digitsEnd := 0
	text = strings.TrimLeft(text, " ~")
	for digitsEnd < len(text) && strings.IndexByte("0123456789.,", text[digitsEnd]) >= 0 {
		digitsEnd++
	}
	found := false
	if digitsEnd > 0 {
		if n, found = number(strings.TrimRight(text[:digitsEnd], ".")); !found {
			return 0, 0, false
		}
		text = text[digitsEnd:]
	}
	for _, w := range split(text) {
		value, isWord := numberWords[w]
		count := float64(digits(w))
		switch {
		case unitWords[w] != unitNone && u == unitNone:
			u = unitWords[w]
		case count > 0 && !found:
			n, found = count, true
		case isWord && !found:
			n, found = value, true
		case isWord && (n == 1 || value == 1): // half an hour, en halv timme
			n *= value
		case padding[w], w == "e": // var 4:e vecka
		default:
			return 0, 0, false
		}
	}
	if !found {
		n = 1 // tunti, an hour
	}
	return n, u, u != unitNone
}

// number reads a decimal number with a comma or a full stop.
func number(text string) (float64, bool) {
	text = strings.Replace(strings.TrimSpace(text), ",", ".", 1)
	text = strings.ReplaceAll(text, "½", ".5")
	if text == "" || strings.Trim(text, "0123456789.-") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && math.Abs(n) < 1e9
}

// shown writes a number the way number reads it, with a full stop.
func shown(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
