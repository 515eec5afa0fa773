package finding

// Codes of a page's Markdown.
const (
	CodeHeadingFirst   Code = "heading-first-level"
	CodeHeadingSkipped Code = "heading-skipped"
	CodeImageAlt       Code = "image-alt"
	CodeAlertUnknown   Code = "alert-unknown"
	CodeLinkScheme     Code = "link-scheme"
	CodeHTMLRemoved    Code = "html-removed"
	CodeHTMLAttribute  Code = "html-attribute-removed"
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
}
