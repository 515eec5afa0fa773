package finding

// Codes of the table of pairs: the file, its header, and the table as a whole.
const (
	CodePairsExample        Code = "pairs-example"
	CodePairsTwoTables      Code = "pairs-two-tables"
	CodePairsFormat         Code = "pairs-format"
	CodePairsTooLarge       Code = "pairs-too-large"
	CodePairsNotText        Code = "pairs-not-text"
	CodePairsIsWorkbook     Code = "pairs-is-workbook"
	CodePairsWorkbook       Code = "pairs-workbook"
	CodePairsPassword       Code = "pairs-password"
	CodePairsWindows        Code = "pairs-windows-1252"
	CodePairsEmpty          Code = "pairs-empty"
	CodePairsSheets         Code = "pairs-sheets"
	CodePairsHiddenRows     Code = "pairs-hidden-rows"
	CodePairsAboveHeader    Code = "pairs-above-header"
	CodePairsNoMentorColumn Code = "pairs-no-mentor-column"
	CodePairsNoMenteeColumn Code = "pairs-no-mentee-column"
	CodePairsColumnTwice    Code = "pairs-column-twice"
	CodePairsColumnUnnamed  Code = "pairs-column-unnamed"
	CodePairsColumnNear     Code = "pairs-column-near"
	CodePairsColumnUnused   Code = "pairs-column-unused"
	CodePairsColumnIgnored  Code = "pairs-column-ignored"
	CodePairsIDsMissing     Code = "pairs-ids-missing"
	CodePairsEmailMissing   Code = "pairs-email-missing"
)

// The places of these findings have no line, and no argument of theirs ever
// holds what a cell below the header says: messages are read where personal
// data must not be, in the logs of a build server for one.
var pairsCodes = []Definition{
	{
		Code: CodePairsExample, Severity: Notice,
		Doc: "There is no pairs.csv or pairs.xlsx, so the example serves: its agreements, calendars and links are made as real ones would be.",
		Message: Texts{
			"there is no table of pairs yet, so the example serves",
			"paritaulukkoa ei vielä ole, joten käytetään esimerkkiä",
			"det finns ännu ingen tabell med par, så exemplet används",
		},
		Hints: []Texts{{
			"put your own as pairs.xlsx or pairs.csv into the content folder; the example is then passed over",
			"lisää oma taulukko sisältökansioon nimellä pairs.xlsx tai pairs.csv; silloin esimerkkiä ei käytetä",
			"lägg din egen tabell i innehållsmappen som pairs.xlsx eller pairs.csv; då används inte exemplet",
		}},
	},
	{
		Code: CodePairsTwoTables, Severity: Error,
		Doc: "The content folder has both pairs.csv and pairs.xlsx. Nobody could tell which of them is true.",
		Message: Texts{
			"there is another table of pairs, {other}",
			"kansiossa on toinenkin paritaulukko, {other}",
			"det finns en tabell med par till, {other}",
		},
		Hints: []Texts{{
			"keep the one that is up to date, and move the other out of the content folder",
			"säilytä ajan tasalla oleva ja siirrä toinen pois sisältökansiosta",
			"behåll den som är aktuell och flytta den andra ut ur innehållsmappen",
		}},
	},
	{
		Code: CodePairsFormat, Severity: Error,
		Doc: "The table of pairs is in a format that can't be read.",
		Message: Texts{
			"a table of pairs can't be read as {format}",
			"paritaulukkoa ei voi lukea muodossa {format}",
			"en tabell med par kan inte läsas i formatet {format}",
		},
		Hints: []Texts{{
			"open it in a spreadsheet program and save it as Excel workbook, pairs.xlsx, or as CSV UTF-8, pairs.csv; then move this file away",
			"avaa se taulukko-ohjelmassa, tallenna se Excel-työkirjana nimellä pairs.xlsx tai CSV UTF-8 -muodossa nimellä pairs.csv ja siirrä tämä tiedosto pois",
			"öppna den i ett kalkylprogram och spara den som Excel-arbetsbok, pairs.xlsx, eller som CSV UTF-8, pairs.csv; flytta sedan bort den här filen",
		}},
	},
	{
		Code: CodePairsTooLarge, Severity: Error,
		Doc: "The table of pairs is far larger than that of any programme (at most 20 MB and 100,000 rows are read).",
		Message: Texts{
			"the table of pairs is too large: at most {most} can be read",
			"paritaulukko on liian suuri: enintään {most} voidaan lukea",
			"tabellen med par är för stor: högst {most} kan läsas",
		},
		Hints: []Texts{{
			"check that it is the right file; pictures and empty, formatted rows make a workbook large",
			"tarkista, että tiedosto on oikea; kuvat ja muotoillut tyhjät rivit kasvattavat työkirjaa",
			"kontrollera att det är rätt fil; bilder och formaterade tomma rader gör en arbetsbok stor",
		}},
	},
	{
		Code: CodePairsNotText, Severity: Error,
		Doc: "The file is called .csv, but it is no text.",
		Message: Texts{
			"this file is no text, so it can't be a CSV file",
			"tiedosto ei ole tekstiä, joten se ei voi olla CSV-tiedosto",
			"filen är ingen text, så den kan inte vara en CSV-fil",
		},
		Hints: []Texts{{
			"open the table in a spreadsheet program and save it as CSV UTF-8",
			"avaa taulukko taulukko-ohjelmassa ja tallenna se CSV UTF-8 -muodossa",
			"öppna tabellen i ett kalkylprogram och spara den som CSV UTF-8",
		}},
	},
	{
		Code: CodePairsIsWorkbook, Severity: Error,
		Doc: "The file is called .csv, but inside it is a workbook: renaming does not change the format.",
		Message: Texts{
			"this file is a workbook under the name of a CSV file",
			"tiedosto on työkirja, vaikka sen nimi on CSV-tiedoston",
			"filen är en arbetsbok fast den heter som en CSV-fil",
		},
		Hints: []Texts{{
			"rename it to pairs.xlsx, or save it as CSV UTF-8 in a spreadsheet program",
			"anna sille nimi pairs.xlsx tai tallenna se taulukko-ohjelmassa CSV UTF-8 -muodossa",
			"döp om den till pairs.xlsx, eller spara den som CSV UTF-8 i ett kalkylprogram",
		}},
	},
	{
		Code: CodePairsWorkbook, Severity: Error,
		Doc: "The workbook can't be opened: it is damaged, or it is no workbook of Excel 2007 or later.",
		Message: Texts{
			"this workbook can't be opened",
			"työkirjaa ei voi avata",
			"arbetsboken kan inte öppnas",
		},
		Hints: []Texts{{
			"open it in Excel or LibreOffice and save it anew as Excel workbook (.xlsx)",
			"avaa se Excelissä tai LibreOfficessa ja tallenna uudelleen Excel-työkirjana (.xlsx)",
			"öppna den i Excel eller LibreOffice och spara den på nytt som Excel-arbetsbok (.xlsx)",
		}},
	},
	{
		Code: CodePairsPassword, Severity: Error,
		Doc: "The workbook is protected with a password, or it is in the format of Excel before 2007.",
		Message: Texts{
			"this workbook is protected with a password, or in an old format",
			"työkirja on suojattu salasanalla tai vanhassa muodossa",
			"arbetsboken är skyddad med lösenord eller har ett gammalt format",
		},
		Hints: []Texts{{
			"take the password off, or save it as Excel workbook (.xlsx)",
			"poista salasana tai tallenna se Excel-työkirjana (.xlsx)",
			"ta bort lösenordet, eller spara den som Excel-arbetsbok (.xlsx)",
		}},
	},
	{
		Code: CodePairsWindows, Severity: Notice,
		Doc: "The file is not UTF-8. It was read as Windows-1252, which is what Excel's plain CSV is in Western Europe.",
		Message: Texts{
			"the file is not UTF-8, so it was read as Windows-1252",
			"tiedosto ei ole UTF-8-muotoa, joten se luettiin Windows-1252:na",
			"filen är inte UTF-8, så den lästes som Windows-1252",
		},
		Hints: []Texts{{
			"look at the names with mentorbook pairs; if letters are wrong, save the table as CSV UTF-8",
			"katso nimet komennolla mentorbook pairs; jos kirjaimet ovat väärin, tallenna taulukko CSV UTF-8 -muodossa",
			"titta på namnen med mentorbook pairs; om bokstäver är fel, spara tabellen som CSV UTF-8",
		}},
	},
	{
		Code: CodePairsEmpty, Severity: Warning,
		Doc: "The table has no rows of pairs.",
		Message: Texts{
			"the table has no pairs",
			"taulukossa ei ole pareja",
			"tabellen har inga par",
		},
		Hints: []Texts{{
			"write a row for each pair below the header, or remove the file",
			"kirjoita otsikkorivin alle rivi jokaisesta parista tai poista tiedosto",
			"skriv en rad för varje par under rubrikraden, eller ta bort filen",
		}},
	},
	{
		Code: CodePairsSheets, Severity: Notice,
		Doc: "The workbook has several sheets. Only the first one that has a column of mentors is read.",
		Message: Texts{
			"the sheet {sheet} was read, and others were not: {others}",
			"luettiin taulukko {sheet}, mutta ei muita: {others}",
			"bladet {sheet} lästes, men inte andra: {others}",
		},
		Hints: []Texts{{
			"if the pairs are on another sheet, move it to the front",
			"jos parit ovat toisessa taulukossa, siirrä se ensimmäiseksi",
			"om paren finns på ett annat blad, flytta det längst fram",
		}},
	},
	{
		Code: CodePairsHiddenRows, Severity: Notice,
		Doc: "Rows of the sheet are hidden, by hand or by a filter. They count like all others.",
		Message: Texts{
			"hidden rows were read too: {rows}",
			"piilotetutkin rivit luettiin: {rows}",
			"även dolda rader lästes: {rows}",
		},
		Hints: []Texts{{
			"delete the rows of pairs that do not take part",
			"poista niiden parien rivit, jotka eivät ole mukana",
			"ta bort raderna för par som inte är med",
		}},
	},
	{
		Code: CodePairsAboveHeader, Severity: Notice,
		Doc: "There are rows above the one that names the columns, such as a title. They are not read.",
		Message: Texts{
			"rows above the header, which is row {header}, were not read: {rows}",
			"otsikkorivin {header} yläpuolella olevia rivejä ei luettu: {rows}",
			"rader ovanför rubrikraden, som är rad {header}, lästes inte: {rows}",
		},
		Hints: []Texts{{
			"if a pair stands there, move it below the header",
			"jos siellä on pari, siirrä se otsikkorivin alle",
			"om ett par står där, flytta det under rubrikraden",
		}},
	},
	{
		Code: CodePairsNoMentorColumn, Severity: Error,
		Doc: "No column has the mentors' names. The row that names the columns must have one called mentor.",
		Message: Texts{
			"the table has no column called mentor",
			"taulukossa ei ole saraketta mentori",
			"tabellen har ingen kolumn som heter mentor",
		},
		Hints: []Texts{
			{"did you mean {near} in column {written} of row {header}?", "tarkoititko {near} rivin {header} sarakkeessa {written}?", "menade du {near} i kolumn {written} på rad {header}?"},
			{"name the columns in the first row, such as: mentor, mentor email, mentee, mentee email", "nimeä sarakkeet ensimmäisellä rivillä, esimerkiksi: mentori, mentorin sähköposti, aktori, aktorin sähköposti", "ge kolumnerna namn på första raden, till exempel: mentor, mentorns e-post, adept, adeptens e-post"},
		},
	},
	{
		Code: CodePairsNoMenteeColumn, Severity: Error,
		Doc: "No column has the mentees' names. The row that names the columns must have one called mentee (aktori or mentoroitava in Finnish, adept in Swedish, or the programme's own word).",
		Message: Texts{
			"the table has no column called mentee",
			"taulukossa ei ole saraketta aktori",
			"tabellen har ingen kolumn som heter adept",
		},
		Hints: []Texts{
			{"did you mean {near} in column {written} of row {header}?", "tarkoititko {near} rivin {header} sarakkeessa {written}?", "menade du {near} i kolumn {written} på rad {header}?"},
			{"name the columns in the first row, such as: mentor, mentor email, mentee, mentee email", "nimeä sarakkeet ensimmäisellä rivillä, esimerkiksi: mentori, mentorin sähköposti, aktori, aktorin sähköposti", "ge kolumnerna namn på första raden, till exempel: mentor, mentorns e-post, adept, adeptens e-post"},
		},
	},
	{
		Code: CodePairsColumnTwice, Severity: Error,
		Doc: "Two columns mean the same, be it in two languages: e-mail and sähköposti, how often and the ground rule of that name.",
		Message: Texts{
			"column {column} means the same as column {other}",
			"sarake {column} tarkoittaa samaa kuin sarake {other}",
			"kolumn {column} betyder samma sak som kolumn {other}",
		},
		Hints: []Texts{{
			"delete one of them, or give it another name; several mentees are columns mentee 1, mentee 2, or rows with one id",
			"poista toinen tai anna sille toinen nimi; useat aktorit ovat sarakkeita aktori 1, aktori 2 tai rivejä, joilla on sama tunnus",
			"ta bort den ena eller ge den ett annat namn; flera adepter är kolumnerna adept 1, adept 2 eller rader med samma id",
		}},
	},
	{
		Code: CodePairsColumnUnnamed, Severity: Warning,
		Doc: "A column has no name in the header, so nothing says what it holds, and it is not read.",
		Message: Texts{
			"column {column} has no name and was not read, but has text on rows {rows}",
			"sarakkeella {column} ei ole nimeä, eikä sitä luettu, vaikka siinä on tekstiä riveillä {rows}",
			"kolumn {column} har inget namn och lästes inte, men har text på raderna {rows}",
		},
		Hints: []Texts{{
			"name it in the header, or delete it",
			"nimeä se otsikkorivillä tai poista se",
			"ge den ett namn på rubrikraden, eller ta bort den",
		}},
	},
	{
		Code: CodePairsColumnNear, Severity: Warning,
		Doc: "A column's name is unknown, but nearly a known one.",
		Message: Texts{
			"column {column} has an unknown name",
			"sarakkeen {column} nimi on tuntematon",
			"kolumn {column} har ett okänt namn",
		},
		Hints: []Texts{{
			"did you mean {near}? As it is, it fills in the placeholder {name} of the agreement",
			"tarkoititko {near}? Tällaisenaan se täyttää sopimuksen kohdan {name}",
			"menade du {near}? Som den är fyller den i fältet {name} i avtalet",
		}},
	},
	{
		Code: CodePairsColumnUnused, Severity: Notice,
		Doc: "A column is neither a known one nor a ground rule's answer nor a placeholder of the agreement, so it is printed nowhere.",
		Message: Texts{
			"column {column} is used nowhere",
			"saraketta {column} ei käytetä missään",
			"kolumn {column} används ingenstans",
		},
		Hints: []Texts{{
			"to show it in the agreement, write {name} in braces there",
			"jos sen pitää näkyä sopimuksessa, kirjoita sinne {name} aaltosulkeissa",
			"om den ska synas i avtalet, skriv {name} inom klammerparenteser där",
		}},
	},
	{
		Code: CodePairsColumnIgnored, Severity: Notice,
		Doc: "Columns that form tools add, and those of the programme's own bookkeeping, are not read.",
		Message: Texts{
			"these columns are not needed and were not read: {columns}",
			"näitä sarakkeita ei tarvita, eikä niitä luettu: {columns}",
			"de här kolumnerna behövs inte och lästes inte: {columns}",
		},
		Hints: []Texts{{
			"rename a column if the agreement needs it",
			"anna sarakkeelle toinen nimi, jos sopimus tarvitsee sitä",
			"ge en kolumn ett annat namn om avtalet behöver den",
		}},
	},
	{
		Code: CodePairsIDsMissing, Severity: Warning,
		Doc: "Pairs without an id get one from their names. It stays the same while the names do; a corrected name gives another id, and the pair's link changes with it.",
		Message: Texts{
			"{count} of {pairs} pairs have no id, so their names make one",
			"{count}/{pairs} parilta puuttuu tunnus, joten se tehdään nimistä",
			"{count} av {pairs} par saknar id, så det bildas av namnen",
		},
		Hints: []Texts{{
			"add a column id with a number or a word for each pair, so that links stay when a name is corrected",
			"lisää sarake tunnus, jossa on jokaiselle parille numero tai sana; silloin linkit säilyvät, vaikka nimeä korjataan",
			"lägg till en kolumn id med ett nummer eller ett ord för varje par, så består länkarna när ett namn rättas",
		}},
	},
	{
		Code: CodePairsEmailMissing, Severity: Warning,
		Doc: "People without an e-mail address can't be sent their link from the list.",
		Message: Texts{
			"people without an e-mail address: {count}, on rows {rows}",
			"henkilöitä ilman sähköpostiosoitetta: {count}, riveillä {rows}",
			"personer utan e-postadress: {count}, på raderna {rows}",
		},
		Hints: []Texts{{
			"fill in the columns mentor email and mentee email",
			"täytä sarakkeet mentorin sähköposti ja aktorin sähköposti",
			"fyll i kolumnerna mentorns e-post och adeptens e-post",
		}},
	},
}
