package finding

// Codes of programme.yaml and of values that front matter shares with it.
const (
	CodeProgrammeMissing  Code = "programme-missing"
	CodeLocalised         Code = "text-or-languages"
	CodeLanguageUnknown   Code = "language-unknown"
	CodeLanguageRepeated  Code = "language-repeated"
	CodeLanguageNotListed Code = "language-not-listed"
	CodeLanguageEmpty     Code = "language-empty"
	CodeURL               Code = "url-form"
	CodeEmail             Code = "email-form"
	CodeDate              Code = "date-form"
	CodeMoment            Code = "moment-form"
	CodeColour            Code = "colour-form"
	CodeProgrammeDates    Code = "programme-dates"
	CodePhaseRepeated     Code = "phase-repeated"
	CodePhaseOrder        Code = "phase-order"
	CodeLogoMissing       Code = "logo-missing"
)

var programmeCodes = []Definition{
	{
		Code: CodeProgrammeMissing, Severity: Error,
		Doc: "The content folder has no programme.yaml, which names the programme and its languages.",
		Message: Texts{
			"the programme's settings, programme.yaml, are missing",
			"ohjelman asetustiedosto programme.yaml puuttuu",
			"programmets inställningsfil programme.yaml saknas",
		},
		Hints: []Texts{{
			"make a file programme.yaml in the content folder with at least the line name: My programme, or start from the example with mentorbook init",
			"tee sisältökansioon tiedosto programme.yaml, jossa on ainakin rivi name: Ohjelman nimi, tai aloita mallista komennolla mentorbook init",
			"skapa filen programme.yaml i innehållsmappen med åtminstone raden name: Programmets namn, eller börja från exemplet med mentorbook init",
		}},
	},
	{
		Code: CodeLocalised, Severity: Error,
		Doc: "A text of programme.yaml is one text, or one text for each language; a list is neither.",
		Message: Texts{
			"this must be a text, or a text for each language, not a list",
			"tässä pitää olla teksti tai teksti joka kielellä, ei luettelo",
			"här ska stå en text, eller en text för varje språk, inte en lista",
		},
		Hints: []Texts{{
			"write it as name: Compass or as name: {fi: Kompassi, en: Compass}",
			"kirjoita esimerkiksi name: Kompassi tai name: {fi: Kompassi, en: Compass}",
			"skriv till exempel name: Kompassen eller name: {sv: Kompassen, en: Compass}",
		}},
	},
	{
		Code: CodeLanguageUnknown, Severity: Error,
		Doc: "A language is named by its BCP 47 tag.",
		Message: Texts{
			"'{value}' is not a language code",
			"'{value}' ei ole kielikoodi",
			"'{value}' är ingen språkkod",
		},
		Hints: []Texts{{
			"use a code such as fi, sv or en",
			"käytä koodia kuten fi, sv tai en",
			"använd en kod som fi, sv eller en",
		}},
	},
	{
		Code: CodeLanguageRepeated, Severity: Error,
		Doc: "Each language is listed once.",
		Message: Texts{
			"the language {lang} is listed twice",
			"kieli {lang} on lueteltu kahdesti",
			"språket {lang} står två gånger i listan",
		},
		Hints: []Texts{{"remove one of them", "poista toinen", "ta bort det ena"}},
	},
	{
		Code: CodeLanguageNotListed, Severity: Warning,
		Doc: "A text, or a folder of pages, is in a language that programme.yaml does not list; it is not published.",
		Message: Texts{
			"{lang} is not among the handbook's languages ({languages})",
			"{lang} ei ole käsikirjan kielten joukossa ({languages})",
			"{lang} finns inte bland handbokens språk ({languages})",
		},
		Hints: []Texts{{
			"add it to languages: in programme.yaml, or remove it here",
			"lisää se programme.yaml-tiedoston kohtaan languages: tai poista se tästä",
			"lägg till det under languages: i programme.yaml, eller ta bort det här",
		}},
	},
	{
		Code: CodeLanguageEmpty, Severity: Error,
		Doc: "programme.yaml lists a language that has no folder with pages. The first language is the one that stands in for the others, so it needs pages.",
		Message: Texts{
			"the handbook's first language, {lang}, has no pages",
			"käsikirjan ensimmäisellä kielellä, {lang}, ei ole sivuja",
			"handbokens första språk, {lang}, har inga sidor",
		},
		Hints: []Texts{{
			"put pages into the folder {folder}, or put another language first",
			"lisää sivuja kansioon {folder} tai vaihda ensimmäinen kieli",
			"lägg sidor i mappen {folder}, eller sätt ett annat språk först",
		}},
	},
	{
		Code: CodeURL, Severity: Error,
		Doc: "An address of programme.yaml must be whole: https://, a host and perhaps a path.",
		Message: Texts{
			"'{value}' is not a web address",
			"'{value}' ei ole verkko-osoite",
			"'{value}' är ingen webbadress",
		},
		Hints: []Texts{{
			"write the whole address, such as https://handbook.example.org/",
			"kirjoita koko osoite, esimerkiksi https://handbook.example.org/",
			"skriv hela adressen, till exempel https://handbook.example.org/",
		}},
	},
	{
		Code: CodeEmail, Severity: Error,
		Doc: "An e-mail address must be a plain one, without a name around it.",
		Message: Texts{
			"'{value}' is not an e-mail address",
			"'{value}' ei ole sähköpostiosoite",
			"'{value}' är ingen e-postadress",
		},
		Hints: []Texts{{
			"write it as mentoring@example.org",
			"kirjoita muodossa mentorointi@example.org",
			"skriv den som mentor@example.org",
		}},
	},
	{
		Code: CodeDate, Severity: Error,
		Doc: "A date is written year first, as in ISO 8601, so that no one mistakes the day for the month.",
		Message: Texts{
			"'{value}' is not a date",
			"'{value}' ei ole päivämäärä",
			"'{value}' är inget datum",
		},
		Hints: []Texts{{
			"write the year first, as in 2027-01-11",
			"kirjoita vuosi ensin, esimerkiksi 2027-01-11",
			"skriv året först, som i 2027-01-11",
		}},
	},
	{
		Code: CodeMoment, Severity: Error,
		Doc: "The beginning and the end of a phase are weeks of the programme or dates.",
		Message: Texts{
			"'{value}' is neither a week of the programme nor a date",
			"'{value}' ei ole ohjelman viikko eikä päivämäärä",
			"'{value}' är varken en programvecka eller ett datum",
		},
		Hints: []Texts{{
			"write week 3 or 2027-01-25",
			"kirjoita viikko 3 tai 2027-01-25",
			"skriv vecka 3 eller 2027-01-25",
		}},
	},
	{
		Code: CodeColour, Severity: Error,
		Doc: "A colour is written as # and six hexadecimal digits.",
		Message: Texts{
			"'{value}' is not a colour",
			"'{value}' ei ole väri",
			"'{value}' är ingen färg",
		},
		Hints: []Texts{{
			"write it in quotes as \"#0b6e6e\"",
			"kirjoita se lainausmerkeissä muodossa \"#0b6e6e\"",
			"skriv den inom citattecken som \"#0b6e6e\"",
		}},
	},
	{
		Code: CodeProgrammeDates, Severity: Error,
		Doc: "The programme ends after it starts.",
		Message: Texts{
			"the programme ends ({end}) before it starts ({start})",
			"ohjelma päättyy ({end}) ennen kuin se alkaa ({start})",
			"programmet slutar ({end}) innan det börjar ({start})",
		},
		Hints: []Texts{{"correct start: or end:", "korjaa start: tai end:", "rätta start: eller end:"}},
	},
	{
		Code: CodePhaseRepeated, Severity: Error,
		Doc: "Each phase has an id of its own.",
		Message: Texts{
			"two phases have the id {id}",
			"kahdella vaiheella on sama id {id}",
			"två faser har id {id}",
		},
		Hints: []Texts{{"give one of them another id", "anna toiselle oma id", "ge den ena ett annat id"}},
	},
	{
		Code: CodePhaseOrder, Severity: Warning,
		Doc: "A phase ends before it begins, or lies outside the programme's dates.",
		Message: Texts{
			"the phase {id} does not fit: it runs from {from} to {to}, the programme from {start} to {end}",
			"vaihe {id} ei sovi: se kestää {from} – {to}, ohjelma {start} – {end}",
			"fasen {id} passar inte: den går från {from} till {to}, programmet från {start} till {end}",
		},
		Hints: []Texts{{
			"correct from: and to: of the phase",
			"korjaa vaiheen from: ja to:",
			"rätta fasens from: och to:",
		}},
	},
	{
		Code: CodeLogoMissing, Severity: Error,
		Doc: "The logo that programme.yaml names is not in the content folder.",
		Message: Texts{
			"there is no file {value} in the content folder",
			"sisältökansiossa ei ole tiedostoa {value}",
			"innehållsmappen har ingen fil {value}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"put the image there, or remove logo:", "lisää kuva sinne tai poista logo:", "lägg bilden där, eller ta bort logo:"},
		},
	},
}
