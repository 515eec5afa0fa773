package finding

// Codes of a page's Markdown.
const (
	CodeHeadingFirst    Code = "heading-first-level"
	CodeHeadingSkipped  Code = "heading-skipped"
	CodeImageAlt        Code = "image-alt"
	CodeAlertUnknown    Code = "alert-unknown"
	CodeLinkScheme      Code = "link-scheme"
	CodeHTMLRemoved     Code = "html-removed"
	CodeHTMLAttribute   Code = "html-attribute-removed"
	CodeHTMLUnclosed    Code = "html-unclosed"
	CodeHTMLStray       Code = "html-stray"
	CodeHeadingID       Code = "heading-id"
	CodeHeadingIDTwice  Code = "heading-id-twice"
	CodeLinkReference   Code = "link-reference-unknown"
	CodeFootnoteUnknown Code = "footnote-unknown"
	CodeFootnoteUnused  Code = "footnote-unused"
	CodeMarkupDeep      Code = "markup-deep"
	CodeMarkupDense     Code = "markup-dense"
	CodeTableSize       Code = "table-size"
)

var markdownCodes = []Definition{
	{
		Code: CodeHeadingFirst, Severity: Warning,
		Doc: "A page has one heading of the first level: its title. Another one in the text is shown at the second level.",
		Message: Texts{
			"the heading '{text}' is of the first level, which is the page's title",
			"väliotsikko '{text}' on ensimmäistä tasoa, joka on sivun otsikko",
			"rubriken '{text}' är på första nivån, som är sidans titel",
		},
		Hints: []Texts{{"begin it with ##", "aloita se merkeillä ##", "börja den med ##"}},
	},
	{
		Code: CodeHeadingSkipped, Severity: Warning,
		Doc: "A heading is more than one level below the one before it. People who listen to a page find their way by the levels.",
		Message: Texts{
			"a heading of level {level} follows one of level {before}",
			"tason {level} väliotsikko seuraa tason {before} otsikkoa",
			"en rubrik på nivå {level} följer på en på nivå {before}",
		},
		Hints: []Texts{{
			"make it level {want}: one # for each level",
			"tee siitä tason {want} otsikko: yksi # tasoa kohti",
			"gör den till nivå {want}: ett # för varje nivå",
		}},
	},
	{
		Code: CodeImageAlt, Severity: Warning,
		Doc: "An image has no text for those who can't see it.",
		Message: Texts{
			"the image {dest} has no text",
			"kuvalla {dest} ei ole tekstivastinetta",
			"bilden {dest} har ingen alternativtext",
		},
		Hints: []Texts{{
			"say between the square brackets what the image shows",
			"kerro hakasulkeissa, mitä kuva esittää",
			"säg inom hakparenteserna vad bilden visar",
		}},
	},
	{
		Code: CodeAlertUnknown, Severity: Warning,
		Doc: "A quotation opens with [!NAME], but no box has that name; it is shown as a quotation.",
		Message: Texts{
			"there is no box [!{name}]",
			"laatikkoa [!{name}] ei ole",
			"det finns ingen ruta [!{name}]",
		},
		Hints: []Texts{
			{"did you mean [!{near}]?", "tarkoititko [!{near}]?", "menade du [!{near}]?"},
			{"the boxes are: {known}", "laatikot ovat: {known}", "rutorna är: {known}"},
		},
	},
	{
		Code: CodeLinkScheme, Severity: Error,
		Doc: "A link may lead to http, https, mailto and tel addresses and to files of the handbook; other kinds can run programs or read the reader's files.",
		Message: Texts{
			"a link can't begin with {scheme}:",
			"linkki ei voi alkaa osalla {scheme}:",
			"en länk kan inte börja med {scheme}:",
		},
		Hints: []Texts{{
			"use a web address, an e-mail address (mailto:) or the path of a file",
			"käytä verkko-osoitetta, sähköpostiosoitetta (mailto:) tai tiedoston polkua",
			"använd en webbadress, en e-postadress (mailto:) eller en sökväg till en fil",
		}},
	},
	{
		Code: CodeHTMLRemoved, Severity: Warning,
		Doc: "Raw HTML that could run scripts, change the page's looks or collect data is taken out, unless programme.yaml says html: trusted.",
		Message: Texts{
			"the HTML element <{tag}> was taken out",
			"HTML-elementti <{tag}> poistettiin",
			"HTML-elementet <{tag}> togs bort",
		},
		Hints: []Texts{{
			"write it in Markdown, or, where you trust everyone who writes content, set html: trusted in programme.yaml",
			"kirjoita se Markdownina tai, jos luotat kaikkiin sisällön kirjoittajiin, aseta html: trusted tiedostossa programme.yaml",
			"skriv det i Markdown eller, om du litar på alla som skriver innehåll, ange html: trusted i programme.yaml",
		}},
	},
	{
		Code: CodeHTMLAttribute, Severity: Warning,
		Doc: "An attribute of raw HTML that could run scripts or change the page's looks is taken out, unless programme.yaml says html: trusted.",
		Message: Texts{
			"the attribute {attribute} of <{tag}> was taken out",
			"elementin <{tag}> määrite {attribute} poistettiin",
			"attributet {attribute} på <{tag}> togs bort",
		},
		Hints: []Texts{{
			"leave it out, or, where you trust everyone who writes content, set html: trusted in programme.yaml",
			"jätä se pois tai, jos luotat kaikkiin sisällön kirjoittajiin, aseta html: trusted tiedostossa programme.yaml",
			"utelämna det eller, om du litar på alla som skriver innehåll, ange html: trusted i programme.yaml",
		}},
	},
	{
		Code: CodeHTMLUnclosed, Severity: Warning,
		Doc: "An element of raw HTML is opened but not closed, so it may take in more of the page than was meant.",
		Message: Texts{
			"<{tag}> is not closed",
			"<{tag}> jää auki",
			"<{tag}> stängs inte",
		},
		Hints: []Texts{{
			"write </{tag}> where it ends",
			"kirjoita </{tag}> kohtaan, jossa se päättyy",
			"skriv </{tag}> där det slutar",
		}},
	},
	{
		Code: CodeHTMLStray, Severity: Warning,
		Doc: "An end tag of raw HTML closes nothing that the page has opened.",
		Message: Texts{
			"</{tag}> closes nothing",
			"</{tag}> ei sulje mitään",
			"</{tag}> stänger ingenting",
		},
		Hints: []Texts{{
			"remove it, or write <{tag}> where it begins",
			"poista se tai kirjoita <{tag}> kohtaan, josta se alkaa",
			"ta bort den, eller skriv <{tag}> där det börjar",
		}},
	},
	{
		Code: CodeHeadingID, Severity: Warning,
		Doc: "The id in {#id} after a heading may hold letters, digits, hyphens, underscores and full stops only. The id that the heading's text gives is used instead.",
		Message: Texts{
			"'{id}' can't be the id of a heading",
			"'{id}' ei kelpaa väliotsikon tunnisteeksi",
			"'{id}' duger inte som id för en rubrik",
		},
		Hints: []Texts{{
			"use letters, digits and hyphens",
			"käytä kirjaimia, numeroita ja yhdysmerkkejä",
			"använd bokstäver, siffror och bindestreck",
		}},
	},
	{
		Code: CodeHeadingIDTwice, Severity: Warning,
		Doc: "Two headings of a page say the same id; links lead to the first one.",
		Message: Texts{
			"another heading of the page has the id '{id}'",
			"sivun toisella väliotsikolla on sama tunniste '{id}'",
			"en annan rubrik på sidan har samma id '{id}'",
		},
		Hints: []Texts{{
			"give this one another id, or none",
			"anna tälle toinen tunniste tai jätä se pois",
			"ge den här ett annat id, eller inget",
		}},
	},
	{
		Code: CodeLinkReference, Severity: Warning,
		Doc: "A link of the form [text][label] refers to a definition ([label]: address) that the page does not have, so it stays text.",
		Message: Texts{
			"nothing defines the link [{label}]",
			"linkkiä [{label}] ei ole määritelty",
			"länken [{label}] är inte definierad",
		},
		Hints: []Texts{{
			"add a line such as [{label}]: page.md, or put the address in round brackets after the text",
			"lisää rivi, esimerkiksi [{label}]: sivu.md, tai kirjoita osoite kaarisulkeissa tekstin perään",
			"lägg till en rad som [{label}]: sida.md, eller skriv adressen inom parentes efter texten",
		}},
	},
	{
		Code: CodeFootnoteUnknown, Severity: Warning,
		Doc: "The text refers to a footnote that the page does not have.",
		Message: Texts{
			"there is no footnote [^{name}]",
			"alaviitettä [^{name}] ei ole",
			"det finns ingen fotnot [^{name}]",
		},
		Hints: []Texts{{
			"add a paragraph that begins with [^{name}]:",
			"lisää kappale, jonka alussa on [^{name}]:",
			"lägg till ett stycke som börjar med [^{name}]:",
		}},
	},
	{
		Code: CodeFootnoteUnused, Severity: Warning,
		Doc: "Nothing on the page refers to this footnote, so it is not shown.",
		Message: Texts{
			"nothing refers to the footnote [^{name}]",
			"mikään ei viittaa alaviitteeseen [^{name}]",
			"ingenting hänvisar till fotnoten [^{name}]",
		},
		Hints: []Texts{{
			"write [^{name}] in the text where it belongs",
			"kirjoita [^{name}] tekstiin kohtaan, johon se kuuluu",
			"skriv [^{name}] i texten där den hör hemma",
		}},
	},
	{
		Code: CodeMarkupDeep, Severity: Error,
		Doc: "Quotations, lists or elements stand within one another too many times.",
		Message: Texts{
			"more than {limit} blocks stand within one another",
			"yli {limit} lohkoa on sisäkkäin",
			"mer än {limit} block ligger i varandra",
		},
		Hints: []Texts{{
			"look for a long row of > or - at the beginning of a line",
			"etsi rivin alusta pitkää jonoa merkkejä > tai -",
			"leta efter en lång rad av > eller - i början av en rad",
		}},
	},
	{
		Code: CodeMarkupDense, Severity: Error,
		Doc: "One paragraph holds more brackets, asterisks, underscores and tildes than any text needs; those after the limit are shown as they are.",
		Message: Texts{
			"one paragraph has more than {limit} marks such as [ and *",
			"yhdessä kappaleessa on yli {limit} merkkiä, kuten [ ja *",
			"ett stycke har mer än {limit} tecken som [ och *",
		},
		Hints: []Texts{{
			"divide it with empty lines, or put what is no text between lines of ```",
			"jaa se tyhjillä riveillä tai sulje muu kuin teksti ```-rivien väliin",
			"dela det med tomma rader, eller sätt det som inte är text mellan rader med ```",
		}},
	},
	{
		Code: CodeTableSize, Severity: Error,
		Doc: "A table's head has far more columns than its rows fill; the rows after this one are left out.",
		Message: Texts{
			"the table has too many empty cells",
			"taulukossa on liikaa tyhjiä soluja",
			"tabellen har för många tomma celler",
		},
		Hints: []Texts{{
			"take the columns out that no row uses",
			"poista sarakkeet, joita mikään rivi ei käytä",
			"ta bort kolumnerna som ingen rad använder",
		}},
	},
}
