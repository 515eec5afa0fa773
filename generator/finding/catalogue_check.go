package finding

// Codes of checks across the handbook.
const (
	CodeAgendaSum           Code = "agenda-sum"
	CodeGoalUnserved        Code = "goal-unserved"
	CodeNumberTwice         Code = "meeting-number-twice"
	CodeMeetingAfterEnd     Code = "meeting-after-end"
	CodePhaseUnknown        Code = "phase-unknown"
	CodeMeetingOrder        Code = "meeting-order"
	CodeIntervalTooLong     Code = "interval-too-long"
	CodeTranslationOutdated Code = "translation-outdated"
	CodeSourceUnused        Code = "source-unused"
	CodeRuleLeftOut         Code = "rule-left-out"
	CodeRuleUnknown         Code = "rule-unknown"
	CodePlaceholderUnknown  Code = "placeholder-unknown"
	CodePlaceholderArgs     Code = "placeholder-form"
	CodePlaceholderTwice    Code = "placeholder-twice"
	CodeTwoAgreements       Code = "agreement-twice"
	CodeIDTwice             Code = "id-twice"
	CodeMeetingFacts        Code = "translation-facts"
	CodeBookletTooLarge     Code = "booklet-too-large"
)

var checkCodes = []Definition{
	{
		Code: CodeBookletTooLarge, Severity: Notice,
		Doc: "The handbook has more pages in this language than a booklet holds, so print.html, the whole handbook for printing, is not made. Single pages print as ever.",
		Message: Texts{
			"{pages} pages are too many for one booklet (at most {most}); print.html is not made",
			"{pages} sivua on liikaa yhteen vihkoon (enintään {most}); sivua print.html ei tehdä",
			"{pages} sidor är för många för ett häfte (högst {most}); print.html görs inte",
		},
		Hints: []Texts{
			{"nothing needs to be done: single pages print as ever", "mitään ei tarvitse tehdä: yksittäiset sivut tulostuvat kuten ennenkin", "ingenting behöver göras: enskilda sidor skrivs ut som förut"},
		},
	},
	{
		Code: CodeAgendaSum, Severity: Error,
		Doc: "The items of a meeting's agenda must take as long as the meeting lasts.",
		Message: Texts{
			"the agenda adds up to {sum} min, but the meeting lasts {minutes} min",
			"asialistan kohdat kestävät yhteensä {sum} min, mutta tapaaminen {minutes} min",
			"dagordningens punkter tar {sum} min, men träffen varar {minutes} min",
		},
		Hints: []Texts{
			{"change minutes: to {sum}, or shorten an item by {over} min", "muuta kohtaan minutes: {sum} tai lyhennä jotakin kohtaa {over} min", "ändra minutes: till {sum}, eller korta en punkt med {over} min"},
			{"change minutes: to {sum}, or lengthen an item by {under} min", "muuta kohtaan minutes: {sum} tai pidennä jotakin kohtaa {under} min", "ändra minutes: till {sum}, eller förläng en punkt med {under} min"},
		},
	},
	{
		Code: CodeGoalUnserved, Severity: Warning,
		Doc: "No meeting names this goal under goals:, so nothing in the programme works towards it.",
		Message: Texts{
			"no meeting serves the goal {goal}",
			"mikään tapaaminen ei edistä tavoitetta {goal}",
			"ingen träff främjar målet {goal}",
		},
		Hints: []Texts{{
			"add {goal} to goals: of a meeting that works towards it",
			"lisää {goal} sitä edistävän tapaamisen kohtaan goals:",
			"lägg till {goal} under goals: i en träff som främjar det",
		}},
	},
	{
		Code: CodeNumberTwice, Severity: Error,
		Doc: "Each meeting of the series has a number of its own.",
		Message: Texts{
			"two meetings have the number {number}",
			"kahdella tapaamisella on sama numero {number}",
			"två träffar har numret {number}",
		},
		Hints: []Texts{{
			"the other one is {other}; give one of them another number",
			"toinen on {other}; anna toiselle oma numero",
			"den andra är {other}; ge den ena ett annat nummer",
		}},
	},
	{
		Code: CodeMeetingAfterEnd, Severity: Warning,
		Doc: "A meeting is held in a week after the programme's end.",
		Message: Texts{
			"the meeting is in week {week}, but the programme has {weeks} weeks",
			"tapaaminen on viikolla {week}, mutta ohjelmassa on {weeks} viikkoa",
			"träffen är i vecka {week}, men programmet har {weeks} veckor",
		},
		Hints: []Texts{{
			"correct week:, or end: in programme.yaml",
			"korjaa week: tai programme.yaml-tiedoston end:",
			"rätta week:, eller end: i programme.yaml",
		}},
	},
	{
		Code: CodePhaseUnknown, Severity: Error,
		Doc: "A meeting names a phase that programme.yaml does not have.",
		Message: Texts{
			"there is no phase {phase} in programme.yaml",
			"programme.yaml-tiedostossa ei ole vaihetta {phase}",
			"programme.yaml har ingen fas {phase}",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"the phases are: {known}", "vaiheet ovat: {known}", "faserna är: {known}"},
			{"add it under phases: in programme.yaml", "lisää se programme.yaml-tiedoston kohtaan phases:", "lägg till den under phases: i programme.yaml"},
		},
	},
	{
		Code: CodeMeetingOrder, Severity: Warning,
		Doc: "Meetings follow on one another: a meeting with a higher number is not held in an earlier week.",
		Message: Texts{
			"meeting {number} is in week {week}, before meeting {earlier} in week {before}",
			"tapaaminen {number} on viikolla {week}, ennen tapaamista {earlier} viikolla {before}",
			"träff {number} är i vecka {week}, före träff {earlier} i vecka {before}",
		},
		Hints: []Texts{{
			"correct the weeks or the numbers",
			"korjaa viikot tai numerot",
			"rätta veckorna eller numren",
		}},
	},
	{
		Code: CodeIntervalTooLong, Severity: Warning,
		Doc: "With the ground rule's usual interval, the meetings would not fit into the programme.",
		Message: Texts{
			"{meetings} meetings, {interval} weeks apart, take {needed} weeks, but the programme has {weeks}",
			"{meetings} tapaamista {interval} viikon välein vie {needed} viikkoa, mutta ohjelmassa on {weeks}",
			"{meetings} träffar med {interval} veckors mellanrum tar {needed} veckor, men programmet har {weeks}",
		},
		Hints: []Texts{{
			"let pairs meet more often by default, plan fewer meetings, or end the programme later",
			"tihennä oletusväliä, vähennä tapaamisia tai jatka ohjelmaa",
			"låt paren träffas oftare som standard, planera färre träffar eller avsluta programmet senare",
		}},
	},
	{
		Code: CodeTranslationOutdated, Severity: Warning,
		Doc: "The original has changed since this translation was made from it: the fingerprint under source: is not the original's any more.",
		Message: Texts{
			"the original has changed since it was translated",
			"alkuteksti on muuttunut kääntämisen jälkeen",
			"originalet har ändrats sedan det översattes",
		},
		Hints: []Texts{{
			"compare it with {original}, bring the translation up to date, then run mentorbook translated {file}",
			"vertaa tiedostoon {original}, päivitä käännös ja aja sitten mentorbook translated {file}",
			"jämför med {original}, uppdatera översättningen och kör sedan mentorbook translated {file}",
		}},
	},
	{
		Code: CodeSourceUnused, Severity: Warning,
		Doc: "A page of the default language, or one without an original, says that it is a translation.",
		Message: Texts{
			"source: is set, but there is no original of this page",
			"source: on asetettu, mutta sivulla ei ole alkutekstiä",
			"source: är angivet, men sidan har inget original",
		},
		Hints: []Texts{{"remove the line source:", "poista rivi source:", "ta bort raden source:"}},
	},
	{
		Code: CodeRuleLeftOut, Severity: Warning,
		Doc: "A ground rule is part of the agreement, but the agreement's text neither places it nor has {rules}.",
		Message: Texts{
			"the agreement leaves out the ground rule {rule}",
			"sopimuksesta puuttuu pelisääntö {rule}",
			"avtalet utelämnar spelregeln {rule}",
		},
		Hints: []Texts{{
			"name it, or all that are left with rules in braces, in {agreement}, or write agreement: false here",
			"lisää se, tai kaikki puuttuvat sanalla rules aaltosulkeissa, tiedostoon {agreement}, tai kirjoita tähän agreement: false",
			"ta med den, eller alla som återstår med ordet rules inom klammerparenteser, i {agreement}, eller skriv agreement: false här",
		}},
	},
	{
		Code: CodeRuleUnknown, Severity: Error,
		Doc: "The agreement places a ground rule that no page of ground-rules/ describes. A rule is named by its file without .md.",
		Message: Texts{
			"there is no ground rule '{rule}'",
			"pelisääntöä '{rule}' ei ole",
			"det finns ingen spelregel '{rule}'",
		},
		Hints: []Texts{
			{"did you mean {near}?", "tarkoititko {near}?", "menade du {near}?"},
			{"the rules are: {known}", "säännöt ovat: {known}", "reglerna är: {known}"},
			{"write pages for rules into the folder ground-rules", "kirjoita sääntöjen sivut kansioon ground-rules", "skriv reglernas sidor i mappen ground-rules"},
		},
	},
	{
		Code: CodePlaceholderUnknown, Severity: Error,
		Doc: "A word in braces in the agreement is none of the placeholders and no column of the table of pairs.",
		Message: Texts{
			"'{name}' is no placeholder of the agreement",
			"'{name}' ei ole sopimuksen täytettävä kohta",
			"'{name}' är inget fält i avtalet",
		},
		Hints: []Texts{
			{"did you mean {near}? For a brace as such, put a backslash before it", "tarkoititko {near}? Pelkän aaltosulkeen eteen kirjoitetaan kenoviiva", "menade du {near}? Sätt ett omvänt snedstreck före en vanlig klammerparentes"},
			{"the placeholders are: {known}", "täytettävät kohdat ovat: {known}", "fälten är: {known}"},
		},
	},
	{
		Code: CodePlaceholderTwice, Severity: Error,
		Doc: "A ground rule, the goals, the schedule or the signatures stand twice in the agreement; the answers of the two places could differ.",
		Message: Texts{
			"{{text}} stands in the agreement already",
			"{{text}} on jo sopimuksessa",
			"{{text}} finns redan i avtalet",
		},
		Hints: []Texts{{
			"remove one of the two",
			"poista toinen niistä",
			"ta bort det ena av dem",
		}},
	},
	{
		Code: CodePlaceholderArgs, Severity: Error,
		Doc: "A placeholder's number is missing or out of range, or a blank has no name.",
		Message: Texts{
			"'{text}' can't be read",
			"kohtaa '{text}' ei voi tulkita",
			"'{text}' kan inte tolkas",
		},
		Hints: []Texts{{
			"write it as goals 3 (1 to 10) or blank notes 4 (a name, then 1 to 40 lines), in braces",
			"kirjoita esimerkiksi goals 3 (1–10) tai blank notes 4 (nimi ja 1–40 riviä) aaltosulkeisiin",
			"skriv till exempel goals 3 (1–10) eller blank notes 4 (ett namn och 1–40 rader) inom klammerparenteser",
		}},
	},
	{
		Code: CodeTwoAgreements, Severity: Error,
		Doc: "A handbook has one agreement in each language.",
		Message: Texts{
			"there is another agreement already",
			"sopimus on jo olemassa",
			"det finns redan ett avtal",
		},
		Hints: []Texts{{
			"the first one is {other}; give this page another kind:",
			"ensimmäinen on {other}; anna tälle sivulle toinen kind:",
			"det första är {other}; ge den här sidan en annan kind:",
		}},
	},
	{
		Code: CodeIDTwice, Severity: Error,
		Doc: "Goals and ground rules are named by their files, so two files of one name in different folders can't be told apart.",
		Message: Texts{
			"another page is called {id} too",
			"toisenkin sivun nimi on {id}",
			"en annan sida heter också {id}",
		},
		Hints: []Texts{{
			"rename this file or {other}",
			"nimeä uudelleen tämä tiedosto tai {other}",
			"byt namn på den här filen eller {other}",
		}},
	},
	{
		Code: CodeMeetingFacts, Severity: Warning,
		Doc: "A translation states another fact than its original: number, week, minutes, goals, or the type of an answer.",
		Message: Texts{
			"{key} differs from the original",
			"{key} on eri kuin alkutekstissä",
			"{key} skiljer sig från originalet",
		},
		Hints: []Texts{{
			"it is {value} here and {expected} in {original}",
			"se on tässä {value} ja tiedostossa {original} {expected}",
			"det är {value} här och {expected} i {original}",
		}},
	},
}
