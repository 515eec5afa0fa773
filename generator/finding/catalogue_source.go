package finding

// Codes of reading files and front matter.
const (
	CodeContentMissing  Code = "content-missing"
	CodeContentEmpty    Code = "content-empty"
	CodeUnreadable      Code = "unreadable"
	CodeNameNotUTF8     Code = "name-not-utf8"
	CodeNotAFile        Code = "not-a-file"
	CodeLinkEscapes     Code = "symlink-outside"
	CodeLinkToFolder    Code = "symlink-folder"
	CodePairsMisplaced  Code = "pairs-misplaced"
	CodePageTooLarge    Code = "page-too-large"
	CodeNotUTF8         Code = "not-utf8"
	CodeNulByte         Code = "nul-byte"
	CodeFrontUnclosed   Code = "front-matter-unclosed"
	CodeFrontNotMapping Code = "front-matter-form"
	CodeYAMLSyntax      Code = "yaml-syntax"
	CodeYAMLTab         Code = "yaml-tab"
	CodeYAMLDocuments   Code = "yaml-documents"
	CodeYAMLAlias       Code = "yaml-alias"
	CodeTOMLSyntax      Code = "toml-syntax"
	CodeTooDeep         Code = "too-deep"
	CodeKeyTwice        Code = "key-twice"
	CodeKeyUnknown      Code = "key-unknown"
	CodeKeyMissing      Code = "key-missing"
	CodeValueUnknown    Code = "value-unknown"
	CodeWantText        Code = "want-text"
	CodeWantBool        Code = "want-true-false"
	CodeWantInt         Code = "want-whole-number"
	CodeWantNumber      Code = "want-number"
	CodeWantList        Code = "want-list"
	CodeWantMap         Code = "want-fields"
)

var sourceCodes = []Definition{
	{
		Code: CodeContentMissing, Severity: Error,
		Doc: "There is no content folder where one is looked for.",
		Message: Texts{
			"there is no content folder here",
			"täällä ei ole sisältökansiota",
			"här finns ingen innehållsmapp",
		},
		Hints: []Texts{{
			"go to the handbook's folder, name it with -C, or start a new handbook with mentorbook init",
			"siirry käsikirjan kansioon, anna se valitsimella -C tai aloita uusi käsikirja komennolla mentorbook init",
			"gå till handbokens mapp, ange den med -C, eller börja en ny handbok med mentorbook init",
		}},
	},
	{
		Code: CodeContentEmpty, Severity: Error,
		Doc: "The content folder holds no page (a file that ends in .md).",
		Message: Texts{
			"the content folder has no pages",
			"sisältökansiossa ei ole sivuja",
			"innehållsmappen har inga sidor",
		},
		Hints: []Texts{{
			"write a page such as en/index.md, or start from the example with mentorbook init",
			"kirjoita sivu, esimerkiksi fi/index.md, tai aloita mallista komennolla mentorbook init",
			"skriv en sida, till exempel sv/index.md, eller börja från exemplet med mentorbook init",
		}},
	},
	{
		Code: CodeUnreadable, Severity: Error,
		Doc: "The system did not let a file or a folder be read.",
		Message: Texts{
			"it can't be read: {reason}",
			"lukeminen ei onnistu: {reason}",
			"det går inte att läsa: {reason}",
		},
		Hints: []Texts{{
			"check its permissions, and that no other program holds it open",
			"tarkista käyttöoikeudet ja ettei toinen ohjelma pidä sitä auki",
			"kontrollera behörigheterna och att inget annat program håller den öppen",
		}},
	},
	{
		Code: CodeNameNotUTF8, Severity: Error,
		Doc: "A file's name is not UTF-8, so it can't become an address.",
		Message: Texts{
			"the file's name has characters that can't be read",
			"tiedoston nimessä on merkkejä, joita ei voi lukea",
			"filens namn har tecken som inte kan läsas",
		},
		Hints: []Texts{{"rename the file", "nimeä tiedosto uudelleen", "byt namn på filen"}},
	},
	{
		Code: CodeNotAFile, Severity: Warning,
		Doc: "Only plain files are published; a device, a socket or a pipe is passed over.",
		Message: Texts{
			"this is not a plain file and is passed over",
			"tämä ei ole tavallinen tiedosto, joten se ohitetaan",
			"det här är ingen vanlig fil och hoppas över",
		},
		Hints: []Texts{{"take it out of the content folder", "poista se sisältökansiosta", "ta bort den ur innehållsmappen"}},
	},
	{
		Code: CodeLinkEscapes, Severity: Error,
		Doc: "A symbolic link leads out of the content folder, or nowhere. Nothing outside the folder is read.",
		Message: Texts{
			"this symbolic link leads out of the content folder, or nowhere",
			"tämä symbolinen linkki johtaa sisältökansion ulkopuolelle tai ei mihinkään",
			"den här symboliska länken leder ut ur innehållsmappen eller ingenstans",
		},
		Hints: []Texts{{
			"put the file itself here",
			"laita itse tiedosto tähän",
			"lägg själva filen här",
		}},
	},
	{
		Code: CodeLinkToFolder, Severity: Warning,
		Doc: "Symbolic links to folders are not followed, since they can lead in circles.",
		Message: Texts{
			"this symbolic link leads to a folder and is not followed",
			"tämä symbolinen linkki johtaa kansioon, eikä sitä seurata",
			"den här symboliska länken leder till en mapp och följs inte",
		},
		Hints: []Texts{{"put the folder itself here", "laita itse kansio tähän", "lägg själva mappen här"}},
	},
	{
		Code: CodePairsMisplaced, Severity: Error,
		Doc: "A spreadsheet that looks like a table of pairs lies among the pages, where it would be published.",
		Message: Texts{
			"this looks like a table of pairs, which must never be published",
			"tämä näyttää paritaulukolta, jota ei saa julkaista",
			"det här ser ut som en tabell med par, som aldrig får publiceras",
		},
		Hints: []Texts{{
			"name it pairs.csv or pairs.xlsx at the top of the content folder, or move it out; close it if it is open in a spreadsheet program",
			"anna sille nimi pairs.csv tai pairs.xlsx sisältökansion juuressa tai siirrä se muualle; sulje se, jos se on auki taulukko-ohjelmassa",
			"kalla den pairs.csv eller pairs.xlsx överst i innehållsmappen, eller flytta bort den; stäng den om den är öppen i ett kalkylprogram",
		}},
	},
	{
		Code: CodePageTooLarge, Severity: Error,
		Doc: "A page is larger than any page for people can be.",
		Message: Texts{
			"the page is {size} MB; at most {most} MB can be read",
			"sivun koko on {size} Mt; enintään {most} Mt voidaan lukea",
			"sidan är {size} MB; högst {most} MB kan läsas",
		},
		Hints: []Texts{{
			"divide it, or keep pictures in files of their own",
			"jaa se osiin tai pidä kuvat omina tiedostoinaan",
			"dela upp den, eller ha bilderna i egna filer",
		}},
	},
	{
		Code: CodeNotUTF8, Severity: Error,
		Doc: "A page is not saved as UTF-8, so letters such as å ä ö would come out wrong.",
		Message: Texts{
			"the text is not UTF-8; it looks like {encoding}",
			"teksti ei ole UTF-8-muodossa; se näyttää olevan {encoding}",
			"texten är inte UTF-8; det ser ut som {encoding}",
		},
		Hints: []Texts{{
			"open it in an editor and save it with the encoding UTF-8",
			"avaa se tekstieditorissa ja tallenna se merkistöllä UTF-8",
			"öppna den i en textredigerare och spara den med teckenkodningen UTF-8",
		}},
	},
	{
		Code: CodeNulByte, Severity: Error,
		Doc: "A page holds a byte that no text has; it is likely not a text file.",
		Message: Texts{
			"this is not a text file",
			"tämä ei ole tekstitiedosto",
			"det här är ingen textfil",
		},
		Hints: []Texts{{
			"save it as plain text (UTF-8); a document of a word processor must be exported first",
			"tallenna se pelkkänä tekstinä (UTF-8); tekstinkäsittelyn asiakirja pitää ensin viedä tekstiksi",
			"spara den som ren text (UTF-8); ett ordbehandlingsdokument måste först exporteras",
		}},
	},
	{
		Code: CodeFrontUnclosed, Severity: Error,
		Doc: "The front matter at the top of a page opens but does not close.",
		Message: Texts{
			"the front matter opens here but is never closed",
			"sivun alkutiedot alkavat tästä, mutta eivät pääty",
			"uppgifterna överst på sidan börjar här men avslutas aldrig",
		},
		Hints: []Texts{{
			"put a line {closing} after its last field",
			"lisää viimeisen kentän jälkeen rivi {closing}",
			"sätt en rad {closing} efter det sista fältet",
		}},
	},
	{
		Code: CodeFrontNotMapping, Severity: Error,
		Doc: "Front matter is a list of fields such as title: Trust. Text between two --- lines is not; a rule at the top of a page is better written as ***.",
		Message: Texts{
			"the front matter must be fields such as title: Trust",
			"sivun alkutietojen pitää olla kenttiä kuten title: Luottamus",
			"uppgifterna överst på sidan ska vara fält som title: Förtroende",
		},
		Hints: []Texts{{
			"if you meant a rule across the page, write *** instead of ---",
			"jos tarkoitit vaakaviivaa, kirjoita *** eikä ---",
			"om du menade en linje tvärs över sidan, skriv *** i stället för ---",
		}},
	},
	{
		Code: CodeYAMLSyntax, Severity: Error,
		Doc: "The text does not follow the rules of YAML.",
		Message: Texts{
			"this is not valid YAML: {reason}",
			"tämä ei ole kelvollista YAMLia: {reason}",
			"det här är inte giltig YAML: {reason}",
		},
		Hints: []Texts{{
			"check the indentation; put quotes around a text that holds a colon, or begins with a bracket, a brace, *, &, !, %, @ or #",
			"tarkista sisennykset; pane lainausmerkkeihin teksti, jossa on kaksoispiste tai joka alkaa sulkeella tai merkillä *, &, !, %, @ tai #",
			"kontrollera indragen; sätt citattecken kring en text som innehåller ett kolon eller börjar med en parentes, *, &, !, %, @ eller #",
		}},
	},
	{
		Code: CodeYAMLTab, Severity: Error,
		Doc: "YAML is indented with spaces; a tab has no fixed width.",
		Message: Texts{
			"the line is indented with a tab",
			"rivi on sisennetty sarkaimella",
			"raden är indragen med en tabb",
		},
		Hints: []Texts{{"use two spaces instead", "käytä sen sijaan kahta välilyöntiä", "använd två mellanslag i stället"}},
	},
	{
		Code: CodeYAMLDocuments, Severity: Error,
		Doc: "A line --- divides the text into two YAML documents; only one can be read.",
		Message: Texts{
			"a second document begins here",
			"tästä alkaa toinen asiakirja",
			"här börjar ett andra dokument",
		},
		Hints: []Texts{{"remove the line --- before it", "poista sitä edeltävä rivi ---", "ta bort raden --- före det"}},
	},
	{
		Code: CodeYAMLAlias, Severity: Error,
		Doc: "YAML's *name repeats a value that &name marked. Only single values can be repeated.",
		Message: Texts{
			"{name} can't be repeated here",
			"{name} ei voi toistaa tässä",
			"{name} kan inte upprepas här",
		},
		Hints: []Texts{{
			"write the value itself; put quotes around a text that begins with *",
			"kirjoita itse arvo; pane lainausmerkkeihin teksti, joka alkaa merkillä *",
			"skriv själva värdet; sätt citattecken kring en text som börjar med *",
		}},
	},
	{
		Code: CodeTOMLSyntax, Severity: Error,
		Doc: "The text does not follow the rules of TOML.",
		Message: Texts{
			"this is not valid TOML: {reason}",
			"tämä ei ole kelvollista TOMLia: {reason}",
			"det här är inte giltig TOML: {reason}",
		},
		Hints: []Texts{{
			"write fields as title = \"Trust\", texts in quotes",
			"kirjoita kentät muodossa title = \"Luottamus\", tekstit lainausmerkeissä",
			"skriv fälten som title = \"Förtroende\", texter inom citattecken",
		}},
	},
	{
		Code: CodeTooDeep, Severity: Error,
		Doc:     "Values are nested deeper than any field needs.",
		Message: Texts{"values are nested too deep", "arvoja on liikaa sisäkkäin", "värdena är nästlade för djupt"},
		Hints:   []Texts{{"write it more simply", "yksinkertaista rakennetta", "skriv det enklare"}},
	},
	{
		Code: CodeKeyTwice, Severity: Error,
		Doc: "A field stands twice; only one of the two could count.",
		Message: Texts{
			"the field {key} stands here a second time",
			"kenttä {key} on tässä toisen kerran",
			"fältet {key} står här en andra gång",
		},
		Hints: []Texts{{"remove one of the two", "poista toinen", "ta bort det ena"}},
	},
	{
		Code: CodeKeyUnknown, Severity: Warning,
		Doc: "A field is not one that this kind of page, or programme.yaml, has.",
		Message: Texts{
			"there is no field {key} here",
			"tässä ei ole kenttää {key}",
			"här finns inget fält {key}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"the fields are: {known}", "kentät ovat: {known}", "fälten är: {known}"},
		},
	},
	{
		Code: CodeKeyMissing, Severity: Error,
		Doc: "A field that must be there is missing.",
		Message: Texts{
			"the field {key} is missing",
			"kenttä {key} puuttuu",
			"fältet {key} saknas",
		},
		Hints: []Texts{{"add a line {key}: with its value", "lisää rivi {key}: ja sen arvo", "lägg till en rad {key}: med värdet"}},
	},
	{
		Code: CodeValueUnknown, Severity: Error,
		Doc: "A field takes one of a few words, and this is none of them.",
		Message: Texts{
			"{key} can't be '{value}'",
			"{key} ei voi olla '{value}'",
			"{key} kan inte vara '{value}'",
		},
		Hints: []Texts{
			{"did you mean {near}? It can be: {known}", "tarkoititko {near}? Mahdolliset ovat: {known}", "menade du {near}? Möjliga är: {known}"},
			{"it can be: {known}", "mahdolliset ovat: {known}", "möjliga är: {known}"},
		},
	},
	{
		Code: CodeWantText, Severity: Error,
		Doc: "A text is expected, but a list or fields stand here.",
		Message: Texts{
			"{key} must be a text",
			"kohdan {key} pitää olla teksti",
			"{key} måste vara en text",
		},
		Hints: []Texts{{
			"write {key}: and the text on one line; put quotes around it if it begins with a bracket or a brace",
			"kirjoita {key}: ja teksti samalle riville; käytä lainausmerkkejä, jos se alkaa sulkeella",
			"skriv {key}: och texten på en rad; använd citattecken om den börjar med en parentes",
		}},
	},
	{
		Code: CodeWantBool, Severity: Error,
		Doc: "A field is true or false.",
		Message: Texts{
			"{key} must be true or false, not '{value}'",
			"kohdan {key} pitää olla true tai false, ei '{value}'",
			"{key} måste vara true eller false, inte '{value}'",
		},
		Hints: []Texts{{"write {key}: true or {key}: false", "kirjoita {key}: true tai {key}: false", "skriv {key}: true eller {key}: false"}},
	},
	{
		Code: CodeWantInt, Severity: Error,
		Doc: "A field is a whole number.",
		Message: Texts{
			"{key} must be a whole number, not '{value}'",
			"kohdan {key} pitää olla kokonaisluku, ei '{value}'",
			"{key} måste vara ett heltal, inte '{value}'",
		},
		Hints: []Texts{{"write digits only, such as {key}: 60", "kirjoita pelkkiä numeroita, esimerkiksi {key}: 60", "skriv bara siffror, till exempel {key}: 60"}},
	},
	{
		Code: CodeWantNumber, Severity: Error,
		Doc: "A field is a number.",
		Message: Texts{
			"{key} must be a number, not '{value}'",
			"kohdan {key} pitää olla luku, ei '{value}'",
			"{key} måste vara ett tal, inte '{value}'",
		},
		Hints: []Texts{{"write it as {key}: 1 or {key}: 1.5", "kirjoita {key}: 1 tai {key}: 1.5", "skriv {key}: 1 eller {key}: 1.5"}},
	},
	{
		Code: CodeWantList, Severity: Error,
		Doc: "A field is a list of texts.",
		Message: Texts{
			"{key} must be a list",
			"kohdan {key} pitää olla luettelo",
			"{key} måste vara en lista",
		},
		Hints: []Texts{{
			"write {key}: [one, two], or each on a line of its own after a hyphen and a space; put quotes around a text with a colon",
			"kirjoita {key}: [yksi, kaksi] tai jokainen omalle rivilleen yhdysmerkin ja välilyönnin jälkeen; pane lainausmerkkeihin teksti, jossa on kaksoispiste",
			"skriv {key}: [ett, två], eller vart och ett på en egen rad efter ett bindestreck och ett mellanslag; sätt citattecken kring en text med kolon",
		}},
	},
	{
		Code: CodeWantMap, Severity: Error,
		Doc: "Fields are expected, but a single value stands here.",
		Message: Texts{
			"{key} must have fields of its own, not '{value}'",
			"kohdalla {key} pitää olla omia kenttiä, ei '{value}'",
			"{key} måste ha egna fält, inte '{value}'",
		},
		Hints: []Texts{{
			"see docs/content.md for the fields of {key}",
			"katso kohdan {key} kentät tiedostosta docs/content.md",
			"se fälten för {key} i docs/content.md",
		}},
	},
}
