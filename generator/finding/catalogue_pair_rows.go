package finding

// Codes of the rows of the table of pairs.
const (
	CodePairsQuoteUnclosed Code = "pairs-quote-unclosed"
	CodePairsQuoteStray    Code = "pairs-quote-stray"
	CodePairsEncodedTwice  Code = "pairs-encoded-twice"
	CodePairsLettersLost   Code = "pairs-letters-lost"
	CodePairsRowLong       Code = "pairs-row-long"
	CodePairsNobody        Code = "pairs-nobody"
	CodePairsMentorMissing Code = "pairs-mentor-missing"
	CodePairsMenteeMissing Code = "pairs-mentee-missing"
	CodePairsSeveral       Code = "pairs-several-people"
	CodePairsEmailForm     Code = "pairs-email-form"
	CodePairsEmailCount    Code = "pairs-email-count"
	CodePairsEmailShared   Code = "pairs-email-shared"
	CodePairsIDTwice       Code = "pairs-id-twice"
	CodePairsGroupDiffers  Code = "pairs-group-differs"
	CodePairsRowRepeats    Code = "pairs-row-repeats"
	CodePairsSameNames     Code = "pairs-same-names"
	CodePairsLanguage      Code = "pairs-language"
	CodePairsDate          Code = "pairs-date"
	CodePairsDateNone      Code = "pairs-date-none"
	CodePairsDateAmbiguous Code = "pairs-date-ambiguous"
	CodePairsDateFar       Code = "pairs-date-far"
	CodePairsDatesOrder    Code = "pairs-dates-order"
	CodePairsMeetings      Code = "pairs-meetings"
	CodePairsNumber        Code = "pairs-number"
	CodePairsAnswerDate    Code = "pairs-answer-date"
	CodePairsYesNo         Code = "pairs-yes-no"
	CodePairsCellError     Code = "pairs-cell-error"
	CodePairsFormulaEmpty  Code = "pairs-formula-empty"
)

// inCells begins a message about cells: rows are a row's number or several, as
// in 5, 8–12, and column is a letter and a header.
func inCells(en, fi, sv string) Texts {
	return Texts{"row {rows}, column {column}: " + en, "rivi {rows}, sarake {column}: " + fi, "rad {rows}, kolumn {column}: " + sv}
}

// inRows begins a message about whole rows.
func inRows(en, fi, sv string) Texts {
	return Texts{"row {rows}: " + en, "rivi {rows}: " + fi, "rad {rows}: " + sv}
}

var pairRowCodes = []Definition{
	{
		Code: CodePairsQuoteUnclosed, Severity: Error,
		Doc:     "A cell begins with a quotation mark that is never closed, so the cells after it can't be told apart.",
		Message: inCells("the quotation mark is not closed", "lainausmerkki jää auki", "citattecknet stängs inte"),
		Hints: []Texts{{
			"close it, or open the table in a spreadsheet program and save it anew",
			"sulje se, tai avaa taulukko taulukko-ohjelmassa ja tallenna uudelleen",
			"stäng det, eller öppna tabellen i ett kalkylprogram och spara den på nytt",
		}},
	},
	{
		Code: CodePairsQuoteStray, Severity: Warning,
		Doc:     "Text follows a closing quotation mark in the same cell. It was taken for part of the cell.",
		Message: inCells("text follows the closing quotation mark", "lopettavan lainausmerkin jälkeen on tekstiä", "text följer efter det avslutande citattecknet"),
		Hints: []Texts{{
			"write quotation marks within a cell twice, or save the table from a spreadsheet program",
			"kirjoita solun sisällä olevat lainausmerkit kahdesti tai tallenna taulukko taulukko-ohjelmasta",
			"skriv citattecken inne i en cell två gånger, eller spara tabellen från ett kalkylprogram",
		}},
	},
	{
		Code: CodePairsEncodedTwice, Severity: Warning,
		Doc:     "The text was encoded twice on its way, which makes Ã¤ of ä. Where it is certain what was meant, it was turned back.",
		Message: inRows("text was encoded twice (Ã¤ for ä) and was turned back", "tekstiä oli koodattu kahdesti (ä näkyy muodossa Ã¤), ja se palautettiin", "text var kodad två gånger (ä blev Ã¤) och har återställts"),
		Hints: []Texts{{
			"check the names with mentorbook pairs, and correct the table where it comes from",
			"tarkista nimet komennolla mentorbook pairs ja korjaa taulukko siellä, mistä se tulee",
			"kontrollera namnen med mentorbook pairs, och rätta tabellen där den kommer ifrån",
		}},
	},
	{
		Code: CodePairsLettersLost, Severity: Warning,
		Doc:     "Letters of the text were lost or garbled before, and nobody can tell for certain what was meant. The text is used as it is.",
		Message: inCells("letters were lost or garbled", "kirjaimia on kadonnut tai muuttunut", "bokstäver har försvunnit eller förvanskats"),
		Hints: []Texts{{
			"write the cell anew",
			"kirjoita solu uudelleen",
			"skriv cellen på nytt",
		}},
	},
	{
		Code: CodePairsRowLong, Severity: Error,
		Doc:     "A row has a cell to the right of the last named column. Often an unquoted separator in a text has moved all that follows.",
		Message: inCells("there is text to the right of the last named column, {last}", "viimeisen nimetyn sarakkeen {last} oikealla puolella on tekstiä", "det finns text till höger om den sista namngivna kolumnen, {last}"),
		Hints: []Texts{{
			"check that each cell of the row stands in its column; put a text that has the separator in it between quotation marks",
			"tarkista, että rivin solut ovat omissa sarakkeissaan; kirjoita erotinmerkin sisältävä teksti lainausmerkkeihin",
			"kontrollera att radens celler står i sina kolumner; skriv text som innehåller skiljetecknet inom citattecken",
		}},
	},
	{
		Code: CodePairsNobody, Severity: Error,
		Doc:     "A row has text but neither a mentor nor a mentee. Rows of sums belong outside the table.",
		Message: inRows("there is neither a mentor nor a mentee", "rivillä ei ole mentoria eikä aktoria", "raden har varken mentor eller adept"),
		Hints: []Texts{{
			"fill in the names, or delete the row",
			"täydennä nimet tai poista rivi",
			"fyll i namnen, eller ta bort raden",
		}},
	},
	{
		Code: CodePairsMentorMissing, Severity: Error,
		Doc:     "A pair has no mentor, in none of its rows.",
		Message: inRows("the mentor is missing", "mentori puuttuu", "mentorn saknas"),
		Hints: []Texts{{
			"fill in the mentor's name; if several rows are one group, give them the same id",
			"täydennä mentorin nimi; jos useampi rivi on yksi ryhmä, anna niille sama tunnus",
			"fyll i mentorns namn; om flera rader är en grupp, ge dem samma id",
		}},
	},
	{
		Code: CodePairsMenteeMissing, Severity: Error,
		Doc:     "A pair has no mentee, in none of its rows.",
		Message: inRows("the mentee is missing", "aktori puuttuu", "adepten saknas"),
		Hints: []Texts{{
			"fill in the mentee's name; if several rows are one group, give them the same id",
			"täydennä aktorin nimi; jos useampi rivi on yksi ryhmä, anna niille sama tunnus",
			"fyll i adeptens namn; om flera rader är en grupp, ge dem samma id",
		}},
	},
	{
		Code: CodePairsSeveral, Severity: Warning,
		Doc:     "A name looks like those of several people. Only semicolons part people, since a comma may stand within a name (surname, first name).",
		Message: inCells("this looks like several people", "tässä näyttää olevan useita henkilöitä", "det här ser ut som flera personer"),
		Hints: []Texts{{
			"write a semicolon between people, in the e-mail column too",
			"erota henkilöt puolipisteellä, myös sähköpostisarakkeessa",
			"skriv semikolon mellan personer, även i e-postkolumnen",
		}},
	},
	{
		Code: CodePairsEmailForm, Severity: Warning,
		Doc:     "What stands where an e-mail address belongs is none.",
		Message: inCells("this is no e-mail address", "tämä ei ole sähköpostiosoite", "det här är ingen e-postadress"),
		Hints: []Texts{{
			"write it as name@example.org",
			"kirjoita muodossa nimi@example.org",
			"skriv den som namn@example.org",
		}},
	},
	{
		Code: CodePairsEmailCount, Severity: Error,
		Doc:     "A cell has more or fewer e-mail addresses than there are people, so nobody can tell whose is whose. A link sent to the wrong person would open the agreement to them.",
		Message: inCells("there are not as many e-mail addresses as people", "sähköpostiosoitteita ei ole yhtä monta kuin henkilöitä", "det finns inte lika många e-postadresser som personer"),
		Hints: []Texts{{
			"write one for each person, in the same order, with semicolons between; leave a gap for one who has none",
			"kirjoita jokaiselle omansa samassa järjestyksessä puolipisteillä erotettuina; jätä väli sille, jolla ei ole osoitetta",
			"skriv en för varje person i samma ordning, med semikolon emellan; lämna en lucka för den som saknar adress",
		}},
	},
	{
		Code: CodePairsEmailShared, Severity: Warning,
		Doc:     "Two people of different names have one e-mail address. Most often one was copied by mistake, and that person's link would be read by somebody else.",
		Message: inRows("somebody of another name in row {other} has the same e-mail address", "rivin {other} toisennimisellä henkilöllä on sama sähköpostiosoite", "någon med ett annat namn på rad {other} har samma e-postadress"),
		Hints: []Texts{{
			"check whose address it is",
			"tarkista, kenen osoite se on",
			"kontrollera vems adress det är",
		}},
	},
	{
		Code: CodePairsIDTwice, Severity: Error,
		Doc:     "Rows that share an id are one group, which has a mentor or a mentee in common. These rows are of different people: two pairs have got one id, and each would see the other's agreement.",
		Message: inCells("row {other} has the same id, but other people", "rivillä {other} on sama tunnus mutta eri henkilöt", "rad {other} har samma id men andra personer"),
		Hints: []Texts{{
			"give one of them another id; for a group, repeat the mentor's name or leave it empty",
			"anna toiselle oma tunnus; jos kyse on ryhmästä, toista mentorin nimi tai jätä se tyhjäksi",
			"ge den ena ett annat id; för en grupp, upprepa mentorns namn eller lämna det tomt",
		}},
	},
	{
		Code: CodePairsGroupDiffers, Severity: Error,
		Doc:     "Rows of one group contradict each other. A group has one agreement, so one language, one start and one answer to each ground rule.",
		Message: inCells("this differs from row {other}, which has the same id", "tämä on eri kuin rivillä {other}, jolla on sama tunnus", "det här skiljer sig från rad {other}, som har samma id"),
		Hints: []Texts{{
			"write the same in all rows of the group, or in its first row only",
			"kirjoita sama ryhmän kaikille riveille tai vain sen ensimmäiselle",
			"skriv samma på gruppens alla rader, eller bara på den första",
		}},
	},
	{
		Code: CodePairsRowRepeats, Severity: Warning,
		Doc:     "A row of a group names nobody who is not in it already.",
		Message: inRows("nobody here is new to the group of row {other}", "rivillä ei ole ketään, joka ei jo ole rivin {other} ryhmässä", "ingen här är ny i gruppen på rad {other}"),
		Hints: []Texts{{
			"delete the row; if two people have one name, give each an e-mail address",
			"poista rivi; jos kahdella on sama nimi, anna kummallekin sähköpostiosoite",
			"ta bort raden; om två har samma namn, ge båda en e-postadress",
		}},
	},
	{
		Code: CodePairsSameNames, Severity: Warning,
		Doc:     "Two pairs without an id have the same names. Both are kept, but only their order in the table decides which of them has which id and link.",
		Message: inRows("the pair of row {other} has the same names, and no id either", "rivin {other} parilla on samat nimet eikä sekään tunnusta", "paret på rad {other} har samma namn och inte heller något id"),
		Hints: []Texts{{
			"delete one of the rows, or give both an id",
			"poista toinen riveistä tai anna kummallekin tunnus",
			"ta bort den ena raden, eller ge båda ett id",
		}},
	},
	{
		Code: CodePairsLanguage, Severity: Error,
		Doc:     "A pair's language is none of the programme's. It is written as its code or its name, such as fi, suomi, Finnish or finska.",
		Message: inCells("the programme does not have this language", "ohjelmassa ei ole tätä kieltä", "programmet har inte det här språket"),
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"the programme's languages are: {known}; add it to programme.yaml, or choose one of these", "ohjelman kielet ovat: {known}; lisää kieli tiedostoon programme.yaml tai valitse jokin näistä", "programmets språk är: {known}; lägg till det i programme.yaml, eller välj ett av dessa"},
		},
	},
	{
		Code: CodePairsDate, Severity: Error,
		Doc:     "A date is written as 2027-01-11 or 11.1.2027, or as a date cell of a workbook.",
		Message: inCells("this can't be read as a date", "tätä ei voi lukea päivämääränä", "det här kan inte läsas som ett datum"),
		Hints: []Texts{{
			"write it as 2027-01-11 or 11.1.2027",
			"kirjoita muodossa 11.1.2027 tai 2027-01-11",
			"skriv det som 2027-01-11 eller 11.1.2027",
		}},
	},
	{
		Code: CodePairsDateNone, Severity: Error,
		Doc:     "The calendar has no such day, such as 31 February.",
		Message: inCells("there is no such day", "tällaista päivää ei ole", "det finns ingen sådan dag"),
		Hints: []Texts{{
			"write the day first and then the month, as in 11.1.2027, or the year first, as in 2027-01-11",
			"kirjoita ensin päivä ja sitten kuukausi, kuten 11.1.2027",
			"skriv året först, som i 2027-01-11, eller dagen före månaden, som i 11.1.2027",
		}},
	},
	{
		Code: CodePairsDateAmbiguous, Severity: Error,
		Doc:     "A date such as 5/1/2027 is 5 January to some and May 1 to others, so it is not guessed.",
		Message: inCells("day and month can't be told apart", "päivää ja kuukautta ei voi erottaa", "dag och månad går inte att skilja åt"),
		Hints: []Texts{{
			"write it as 2027-01-11 or 11.1.2027, or save the table as a workbook (.xlsx), whose dates are certain",
			"kirjoita muodossa 11.1.2027 tai 2027-01-11, tai tallenna taulukko työkirjana (.xlsx), jonka päivämäärät ovat yksiselitteisiä",
			"skriv det som 2027-01-11 eller 11.1.2027, eller spara tabellen som arbetsbok (.xlsx), vars datum är entydiga",
		}},
	},
	{
		Code: CodePairsDateFar, Severity: Error,
		Doc:     "A date lies before 1990 or after 2100, so it is a slip, or no date.",
		Message: inCells("no programme runs on this date", "mikään ohjelma ei ole käynnissä tänä päivänä", "inget program pågår det här datumet"),
		Hints: []Texts{{
			"check the year",
			"tarkista vuosi",
			"kontrollera året",
		}},
	},
	{
		Code: CodePairsDatesOrder, Severity: Error,
		Doc:     "A pair's end lies before its start.",
		Message: inCells("the end lies before the start", "päättyminen on ennen alkamista", "slutet ligger före starten"),
		Hints: []Texts{{
			"correct one of the two dates",
			"korjaa toinen päivämääristä",
			"rätta ett av datumen",
		}},
	},
	{
		Code: CodePairsMeetings, Severity: Warning,
		Doc:     "The number of meetings is no whole number. It was passed over, so the programme's own counts.",
		Message: inCells("this is no number of meetings from 1 to {most}; it was passed over", "tämä ei ole tapaamisten määrä (1–{most}), joten se ohitettiin", "det här är inget antal träffar mellan 1 och {most} och hoppades över"),
		Hints: []Texts{{
			"write a number only, such as 6",
			"kirjoita pelkkä luku, esimerkiksi 6",
			"skriv bara ett tal, till exempel 6",
		}},
	},
	{
		Code: CodePairsNumber, Severity: Warning,
		Doc:     "The ground rule asks for a number, and this can't be read as one for certain. It stands in the agreement as it is written. How often is understood in weeks (4, every 4 weeks, monthly), how long in minutes (90, 90 min, 1.5 h).",
		Message: inCells("this can't be read as a number; it stays as it is written", "tätä ei voi lukea lukuna, joten se jää sellaisekseen", "det här kan inte läsas som ett tal och står kvar som det är"),
		Hints: []Texts{{
			"write a number only: weeks for how often, minutes for how long",
			"kirjoita pelkkä luku: tapaamisväli viikkoina, kesto minuutteina",
			"skriv bara ett tal: veckor för hur ofta, minuter för hur länge",
		}},
	},
	{
		Code: CodePairsAnswerDate, Severity: Warning,
		Doc:     "The ground rule asks for a date, and this can't be read as one. It stands in the agreement as it is written.",
		Message: inCells("this can't be read as a date; it stays as it is written", "tätä ei voi lukea päivämääränä, joten se jää sellaisekseen", "det här kan inte läsas som ett datum och står kvar som det är"),
		Hints: []Texts{{
			"write it as 2027-01-11 or 11.1.2027",
			"kirjoita muodossa 11.1.2027 tai 2027-01-11",
			"skriv det som 2027-01-11 eller 11.1.2027",
		}},
	},
	{
		Code: CodePairsYesNo, Severity: Warning,
		Doc:     "The ground rule asks for yes or no, and this is neither. It stands in the agreement as it is written.",
		Message: inCells("this is neither yes nor no; it stays as it is written", "tämä ei ole kyllä eikä ei, joten se jää sellaisekseen", "det här är varken ja eller nej och står kvar som det är"),
		Hints: []Texts{{
			"write yes or no",
			"kirjoita kyllä tai ei",
			"skriv ja eller nej",
		}},
	},
	{
		Code: CodePairsCellError, Severity: Error,
		Doc:     "A cell of the workbook shows an error such as #REF! or #N/A in place of a value.",
		Message: inCells("the cell shows {error}", "solussa on {error}", "cellen visar {error}"),
		Hints: []Texts{{
			"correct its formula, or write the value",
			"korjaa solun kaava tai kirjoita arvo",
			"rätta formeln, eller skriv värdet",
		}},
	},
	{
		Code: CodePairsFormulaEmpty, Severity: Error,
		Doc:     "A cell has a formula whose value the file does not hold, since no spreadsheet program has worked it out.",
		Message: inCells("the formula's value is not in the file", "kaavan arvoa ei ole tiedostossa", "formelns värde finns inte i filen"),
		Hints: []Texts{{
			"open the workbook in Excel or LibreOffice and save it",
			"avaa työkirja Excelissä tai LibreOfficessa ja tallenna se",
			"öppna arbetsboken i Excel eller LibreOffice och spara den",
		}},
	},
}
