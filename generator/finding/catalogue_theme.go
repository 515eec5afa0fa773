package finding

// Codes of templates, style sheets, scripts and interface texts.
const (
	CodeTemplateMissing     Code = "template-missing"
	CodeTemplateField       Code = "template-field"
	CodeTemplateError       Code = "template-error"
	CodeTextMissing         Code = "text-missing"
	CodeAssetError          Code = "asset-error"
	CodeCatalogueIncomplete Code = "catalogue-incomplete"
)

var themeCodes = []Definition{
	{
		Code: CodeTemplateMissing, Severity: Error,
		Doc: "A template names another one that neither the templates folder nor the built-in theme has.",
		Message: Texts{
			"there is no template {name}",
			"sivupohjaa {name} ei ole",
			"det finns ingen mall {name}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"name a file of the templates folder, such as partials/head.html", "anna templates-kansion tiedosto, esimerkiksi partials/head.html", "ange en fil i mappen templates, till exempel partials/head.html"},
		},
	},
	{
		Code: CodeTemplateField, Severity: Error,
		Doc: "A template asks for a field that the page's data does not have; docs/themes.md lists the fields.",
		Message: Texts{
			"there is no field {field} here",
			"tässä ei ole kenttää {field}",
			"här finns inget fält {field}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"the fields are: {known}", "kentät ovat: {known}", "fälten är: {known}"},
			{"see docs/themes.md", "katso docs/themes.md", "se docs/themes.md"},
		},
	},
	{
		Code: CodeTemplateError, Severity: Error,
		Doc: "A template can't be read or run.",
		Message: Texts{
			"the template does not work: {reason}",
			"sivupohja ei toimi: {reason}",
			"mallen fungerar inte: {reason}",
		},
		Hints: []Texts{{
			"correct it, or remove the file to get the built-in template back",
			"korjaa se, tai poista tiedosto, niin käytetään oletuspohjaa",
			"rätta den, eller ta bort filen för att få tillbaka den inbyggda mallen",
		}},
	},
	{
		Code: CodeTextMissing, Severity: Error,
		Doc: "A template asks for an interface text that no catalogue in templates/i18n/ has.",
		Message: Texts{
			"there is no interface text {key}",
			"käyttöliittymätekstiä {key} ei ole",
			"det finns ingen gränssnittstext {key}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"add it to templates/i18n/en.yaml and the other languages", "lisää se tiedostoon templates/i18n/fi.yaml ja muihin kieliin", "lägg till den i templates/i18n/sv.yaml och de andra språken"},
		},
	},
	{
		Code: CodeAssetError, Severity: Error,
		Doc: "A style sheet or a script of the theme can't be read.",
		Message: Texts{
			"the style sheet or script does not work: {reason}",
			"tyylitiedosto tai skripti ei toimi: {reason}",
			"stilmallen eller skriptet fungerar inte: {reason}",
		},
		Hints: []Texts{{
			"correct it, or remove the file to get the built-in one back",
			"korjaa se, tai poista tiedosto, niin käytetään oletusta",
			"rätta den, eller ta bort filen för att få tillbaka den inbyggda",
		}},
	},
	{
		Code: CodeCatalogueIncomplete, Severity: Warning,
		Doc: "A language of the handbook lacks interface texts; English ones stand in.",
		Message: Texts{
			"{count} interface texts are missing in {lang}, the first is {first}",
			"kielestä {lang} puuttuu {count} käyttöliittymätekstiä, ensimmäinen on {first}",
			"{count} gränssnittstexter saknas på {lang}, den första är {first}",
		},
		Hints: []Texts{{
			"write them into this file; until then they are shown in English",
			"kirjoita ne tähän tiedostoon; siihen asti ne näkyvät englanniksi",
			"skriv dem i den här filen; till dess visas de på engelska",
		}},
	},
}
