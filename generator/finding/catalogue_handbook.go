package finding

// Codes of pages and of how they belong together.
const (
	CodeTitleMissing       Code = "title-missing"
	CodeSlug               Code = "slug-form"
	CodeAlias              Code = "alias-form"
	CodeClauseAnswer       Code = "clause-answer"
	CodeOutOfRange         Code = "number-range"
	CodeOptionsMissing     Code = "options-missing"
	CodeOptionsUnused      Code = "options-unused"
	CodeMinMax             Code = "min-max"
	CodeDefaultUnknown     Code = "default-unknown"
	CodeDefaultMany        Code = "default-many"
	CodeDefaultForm        Code = "default-form"
	CodeAddressTwice       Code = "address-twice"
	CodeTranslationMissing Code = "translation-missing"
	CodeTranslationOutline Code = "translation-outline"
	CodeLinkBroken         Code = "link-broken"
	CodeLinkAbsolute       Code = "link-absolute"
	CodeLinkOutside        Code = "link-outside"
	CodeLinkDraft          Code = "link-draft"
	CodeAnchorBroken       Code = "anchor-broken"
	CodeImageMissing       Code = "image-missing"
	CodeImageOutside       Code = "image-outside"
	CodeGoalUnknown        Code = "goal-unknown"
)

var hintLeftOut = Texts{
	"a file or folder named {left} is never published: give it another name",
	"tiedostoa tai kansiota, jonka nimi on {left}, ei julkaista: anna sille toinen nimi",
	"en fil eller mapp som heter {left} publiceras aldrig: ge den ett annat namn",
}

var handbookCodes = []Definition{
	{
		Code: CodeTitleMissing, Severity: Warning,
		Doc: "A page has no title in its front matter. Its first heading, else its file's name, is used.",
		Message: Texts{
			"the page has no title, so it is called '{title}'",
			"sivulla ei ole otsikkoa, joten sen nimi on '{title}'",
			"sidan har ingen titel, så den heter '{title}'",
		},
		Hints: []Texts{{
			"add a line title: to the front matter",
			"lisää sivun alkutietoihin rivi title:",
			"lägg till en rad title: bland sidans uppgifter överst",
		}},
	},
	{
		Code: CodeSlug, Severity: Error,
		Doc: "A slug is part of the page's address: letters, digits, hyphens, underscores and full stops only.",
		Message: Texts{
			"'{value}' can't be part of an address",
			"'{value}' ei kelpaa osoitteen osaksi",
			"'{value}' kan inte vara del av en adress",
		},
		Hints: []Texts{
			{"write slug: {near}", "kirjoita slug: {near}", "skriv slug: {near}"},
			{"use letters, digits and hyphens", "käytä kirjaimia, numeroita ja yhdysmerkkejä", "använd bokstäver, siffror och bindestreck"},
		},
	},
	{
		Code: CodeAlias, Severity: Error,
		Doc: "An alias is an old address of the page below the site's root, such as rules/how-often.html.",
		Message: Texts{
			"'{value}' can't be an old address of this site",
			"'{value}' ei voi olla tämän sivuston vanha osoite",
			"'{value}' kan inte vara en gammal adress på den här webbplatsen",
		},
		Hints: []Texts{{
			"write the part after the site's own address, such as rules/how-often.html",
			"kirjoita osoitteesta se osa, joka tulee sivuston oman osoitteen jälkeen, esimerkiksi saannot/kuinka-usein.html",
			"skriv den del som kommer efter webbplatsens egen adress, till exempel regler/hur-ofta.html",
		}},
	},
	{
		Code: CodeClauseAnswer, Severity: Warning,
		Doc: "The clause of a ground rule shows the pair's answer in the agreement; without {answer} the answer would be lost.",
		Message: Texts{
			"the clause does not say where the answer goes",
			"lausekkeesta puuttuu vastauksen paikka",
			"klausulen säger inte var svaret ska stå",
		},
		Hints: []Texts{{
			"put the word answer in braces where the answer goes",
			"lisää vastauksen kohdalle sana answer aaltosulkeissa",
			"sätt ordet answer inom klammerparenteser där svaret ska stå",
		}},
	},
	{
		Code: CodeOutOfRange, Severity: Error,
		Doc: "A number is less than it can be.",
		Message: Texts{
			"{key} is {value}, but must be at least {least}",
			"{key} on {value}, mutta sen pitää olla vähintään {least}",
			"{key} är {value}, men måste vara minst {least}",
		},
		Hints: []Texts{{"correct the number", "korjaa luku", "rätta talet"}},
	},
	{
		Code: CodeOptionsMissing, Severity: Error,
		Doc: "An answer of type choice or choices needs options to choose from.",
		Message: Texts{
			"an answer of type {type} needs options",
			"vastaustyyppi {type} tarvitsee vaihtoehdot",
			"svarstypen {type} behöver alternativ",
		},
		Hints: []Texts{{
			"add options: [one, two], or use type: text",
			"lisää options: [yksi, kaksi] tai käytä tyyppiä type: text",
			"lägg till options: [ett, två], eller använd type: text",
		}},
	},
	{
		Code: CodeOptionsUnused, Severity: Warning,
		Doc: "Options are only for answers of type choice and choices.",
		Message: Texts{
			"an answer of type {type} does not use options",
			"vastaustyyppi {type} ei käytä vaihtoehtoja",
			"svarstypen {type} använder inga alternativ",
		},
		Hints: []Texts{{
			"use type: choice, or remove options:",
			"käytä tyyppiä type: choice tai poista options:",
			"använd type: choice, eller ta bort options:",
		}},
	},
	{
		Code: CodeMinMax, Severity: Error,
		Doc: "The least value of a number is above the greatest.",
		Message: Texts{
			"min is greater than max",
			"min on suurempi kuin max",
			"min är större än max",
		},
		Hints: []Texts{{"correct one of them", "korjaa toinen", "rätta den ena"}},
	},
	{
		Code: CodeDefaultUnknown, Severity: Error,
		Doc: "The default of a choice must be one of its options.",
		Message: Texts{
			"the default '{value}' is not among the options",
			"oletus '{value}' ei ole vaihtoehtojen joukossa",
			"standardsvaret '{value}' finns inte bland alternativen",
		},
		Hints: []Texts{
			{"did you mean '{near}'?", "tarkoititko '{near}'?", "menade du '{near}'?"},
			{"the options are: {options}", "vaihtoehdot ovat: {options}", "alternativen är: {options}"},
		},
	},
	{
		Code: CodeDefaultMany, Severity: Error,
		Doc: "Only an answer of type choices can have several values.",
		Message: Texts{
			"an answer of type {type} has one default, not a list",
			"vastaustyypillä {type} on yksi oletus, ei luetteloa",
			"svarstypen {type} har ett standardsvar, inte en lista",
		},
		Hints: []Texts{{
			"keep one, or use type: choices",
			"jätä yksi tai käytä tyyppiä type: choices",
			"behåll ett, eller använd type: choices",
		}},
	},
	{
		Code: CodeDefaultForm, Severity: Error,
		Doc: "The default must be an answer that the type allows: a number between min and max, a date, true or false.",
		Message: Texts{
			"the default '{value}' is no answer of type {type}",
			"oletus '{value}' ei ole tyypin {type} vastaus",
			"standardsvaret '{value}' är inget svar av typen {type}",
		},
		Hints: []Texts{{
			"a number stands between min and max, a date is written 2027-01-11, a yesno is true or false",
			"luku on rajojen min ja max välissä, päivä kirjoitetaan 2027-01-11, yesno on true tai false",
			"ett tal ligger mellan min och max, ett datum skrivs 2027-01-11, yesno är true eller false",
		}},
	},
	{
		Code: CodeAddressTwice, Severity: Error,
		Doc: "Two files would be published at one address (capital and small letters count as the same, since some servers ignore the difference), or a page would take the address of a file that Mentorbook makes.",
		Message: Texts{
			"the address {address} is taken already",
			"osoite {address} on jo käytössä",
			"adressen {address} är redan upptagen",
		},
		Hints: []Texts{
			{"{other} has it; give one of them another slug: or file name", "se on sivulla {other}; anna toiselle oma slug: tai tiedostonimi", "den används av {other}; ge den ena en egen slug: eller ett annat filnamn"},
			{"Mentorbook makes a file of that name itself; choose another slug: or file name", "Mentorbook tekee itse tämän nimisen tiedoston; valitse toinen slug: tai tiedostonimi", "Mentorbook gör själv en fil med det namnet; välj en annan slug: eller ett annat filnamn"},
		},
	},
	{
		Code: CodeTranslationMissing, Severity: Warning,
		Doc: "A page of the default language has no translation; its text stands in, marked as such.",
		Message: Texts{
			"the page has no translation into {lang}",
			"sivua ei ole käännetty kielelle {lang}",
			"sidan är inte översatt till {lang}",
		},
		Hints: []Texts{{
			"write the same file in the folder {lang}; until then this text is shown there, marked as untranslated",
			"kirjoita sama tiedosto kansioon {lang}; siihen asti siellä näkyy tämä teksti kääntämättömäksi merkittynä",
			"skriv samma fil i mappen {lang}; till dess visas den här texten där, märkt som oöversatt",
		}},
	},
	{
		Code: CodeTranslationOutline, Severity: Warning,
		Doc: "A translation has another number of headings than its original, so that some anchors may not lead to the same place in both.",
		Message: Texts{
			"the translation has {count} headings, the original {expected}",
			"käännöksessä on {count} väliotsikkoa, alkutekstissä {expected}",
			"översättningen har {count} rubriker, originalet {expected}",
		},
		Hints: []Texts{{
			"give both the same headings in the same order, or give the headings ids of their own; the original is {original}",
			"käytä molemmissa samoja väliotsikoita samassa järjestyksessä tai anna otsikoille omat tunnisteet; alkuteksti on {original}",
			"ge båda samma rubriker i samma ordning, eller ge rubrikerna egna id; originalet är {original}",
		}},
	},
	{
		Code: CodeLinkBroken, Severity: Error,
		Doc: "A link leads to a page or a file that is not there.",
		Message: Texts{
			"the link {dest} leads nowhere",
			"linkki {dest} ei johda mihinkään",
			"länken {dest} leder ingenstans",
		},
		Hints: []Texts{
			hintLeftOut,
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"write the path of a .md file, seen from this page's folder", "kirjoita .md-tiedoston polku tämän sivun kansiosta katsottuna", "skriv sökvägen till en .md-fil, sedd från den här sidans mapp"},
		},
	},
	{
		Code: CodeLinkAbsolute, Severity: Error,
		Doc: "A link within the handbook is written from the page's own folder, so that it works in editors, at any address and from disk.",
		Message: Texts{
			"the link {dest} begins with a slash",
			"linkki {dest} alkaa vinoviivalla",
			"länken {dest} börjar med ett snedstreck",
		},
		Hints: []Texts{{
			"write it from this page's folder, such as ../goals/trust.md",
			"kirjoita se tämän sivun kansiosta katsottuna, esimerkiksi ../goals/trust.md",
			"skriv den sedd från den här sidans mapp, till exempel ../goals/trust.md",
		}},
	},
	{
		Code: CodeLinkOutside, Severity: Error,
		Doc: "A link leads out of the content folder. Nothing outside it is published.",
		Message: Texts{
			"the link {dest} leads out of the content folder",
			"linkki {dest} johtaa sisältökansion ulkopuolelle",
			"länken {dest} leder ut ur innehållsmappen",
		},
		Hints: []Texts{{
			"move the file into the content folder, or link to its web address",
			"siirrä tiedosto sisältökansioon tai linkitä sen verkko-osoitteeseen",
			"flytta filen till innehållsmappen, eller länka till dess webbadress",
		}},
	},
	{
		Code: CodeLinkDraft, Severity: Error,
		Doc: "A link leads to a page that is a draft and is not published.",
		Message: Texts{
			"the link {dest} leads to a draft, which is not published",
			"linkki {dest} johtaa luonnokseen, jota ei julkaista",
			"länken {dest} leder till ett utkast, som inte publiceras",
		},
		Hints: []Texts{{
			"remove draft: true from that page, or take the link out for now",
			"poista sivulta draft: true tai ota linkki toistaiseksi pois",
			"ta bort draft: true från den sidan, eller ta bort länken så länge",
		}},
	},
	{
		Code: CodeAnchorBroken, Severity: Error,
		Doc: "A link names a place (#…) that the page does not have.",
		Message: Texts{
			"the link {dest} names a heading that is not there: #{anchor}",
			"linkki {dest} viittaa otsikkoon, jota ei ole: #{anchor}",
			"länken {dest} anger en rubrik som inte finns: #{anchor}",
		},
		Hints: []Texts{
			{"did you mean #{near}? The page is {file}", "tarkoititko #{near}? Sivu on {file}", "menade du #{near}? Sidan är {file}"},
			{"look up the headings of {file}", "katso otsikot tiedostosta {file}", "se rubrikerna i {file}"},
		},
	},
	{
		Code: CodeImageMissing, Severity: Error,
		Doc: "An image's file is not there.",
		Message: Texts{
			"there is no image {dest}",
			"kuvaa {dest} ei ole",
			"det finns ingen bild {dest}",
		},
		Hints: []Texts{
			hintLeftOut,
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"put the image beside the page", "lisää kuva sivun viereen", "lägg bilden bredvid sidan"},
		},
	},
	{
		Code: CodeImageOutside, Severity: Warning,
		Doc: "An image is on another server. The site's security policy allows images of its own only, so that no other server learns who reads the handbook.",
		Message: Texts{
			"the image {dest} is on another server and will not be shown",
			"kuva {dest} on toisella palvelimella, eikä sitä näytetä",
			"bilden {dest} finns på en annan server och visas inte",
		},
		Hints: []Texts{{
			"save the image beside the page and name it here",
			"tallenna kuva sivun viereen ja viittaa siihen",
			"spara bilden bredvid sidan och ange den här",
		}},
	},
	{
		Code: CodeGoalUnknown, Severity: Error,
		Doc: "A meeting names a goal that no page of goals/ describes. A goal is named by its file without .md.",
		Message: Texts{
			"there is no goal {goal}",
			"tavoitetta {goal} ei ole",
			"det finns inget mål {goal}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"name a file of the folder goals without .md", "anna kansion goals tiedoston nimi ilman .md-päätettä", "ange namnet på en fil i mappen goals utan .md"},
		},
	},
}
