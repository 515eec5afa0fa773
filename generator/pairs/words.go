package pairs

// The words that headers use, in English, Finnish and Swedish, folded as fold
// does it. Whole headers are compared without spaces; headers about a person
// are read word by word (columns.go).

// columnNames are whole headers by what they mean. The order decides nothing:
// no name stands twice.
var columnNames = []struct {
	kind  kind
	name  string // of a free column
	names []string
}{
	{kind: kindID, names: []string{
		"id", "pair id", "pair", "pair number", "pair no", "pair code", "group", "group id", "group number",
		"tunnus", "pari", "parin tunnus", "parin id", "parin numero", "pari nro", "paritunnus", "ryhmä", "ryhmän tunnus", "ryhmän numero",
		"par", "par id", "parets id", "parets nummer", "par nr", "parnummer", "parkod", "grupp", "grupp id", "gruppens id", "gruppnummer",
	}},
	{kind: kindLanguage, names: []string{
		"language", "lang", "agreement language", "language of the agreement", "language of agreement",
		"kieli", "sopimuksen kieli", "sopimuskieli", "parin kieli",
		"språk", "avtalets språk", "avtalsspråk", "parets språk",
	}},
	{kind: kindStart, names: []string{
		"start", "start date", "starts", "starting date", "begins", "start day",
		"alku", "alkaa", "alkupvm", "alkupäivä", "alkamispäivä", "alkamispvm", "aloitus", "aloituspäivä", "aloituspvm",
		"startdatum", "startdag", "börjar", "startar",
	}},
	{kind: kindEnd, names: []string{
		"end", "end date", "ends", "ending date", "end day",
		"loppu", "loppuu", "loppupvm", "loppupäivä", "päättyy", "päättymispäivä", "päättymispvm", "lopetus", "lopetuspäivä",
		"slut", "slutdatum", "slutdag", "slutar",
	}},
	{kind: kindMeetings, names: []string{
		"meetings", "number of meetings", "meeting count", "how many meetings",
		"tapaamisia", "tapaamiset", "tapaamisten määrä", "tapaamisten lukumäärä", "tapaamiskertoja", "tapaamiskerrat", "montako tapaamista",
		"träffar", "antal träffar", "möten", "antal möten", "hur många träffar", "hur många möten",
	}},
	{kind: kindValue, name: howOften, names: []string{
		"how often", "frequency", "interval", "meeting interval", "meeting frequency", "weeks between meetings", "weeks between",
		"kuinka usein", "miten usein", "tapaamisväli", "tapaamisten väli", "tapaamistiheys", "tiheys", "tapaamisrytmi",
		"hur ofta", "intervall", "mötesintervall", "träffintervall", "träffarnas intervall", "frekvens", "mötesfrekvens",
	}},
	{kind: kindValue, name: howLong, names: []string{
		"how long", "minutes", "min", "duration", "length", "meeting length", "meeting duration", "length of a meeting", "length of meetings",
		"kuinka kauan", "minuutit", "minuuttia", "kesto", "tapaamisen kesto", "tapaamisten kesto", "pituus",
		"hur länge", "minuter", "längd", "mötets längd", "träffens längd", "mötenas längd", "träffarnas längd",
	}},
	{kind: kindGoals, names: []string{"goals", "tavoitteet", "goals of the pair", "parin tavoitteet", "parets mål"}},
	{kind: kindGoal, names: []string{"goal", "tavoite", "mål"}},
	{kind: kindNotes, names: []string{
		"notes", "note", "comment", "comments", "remark", "remarks",
		"huomautus", "huomautukset", "huom", "huomio", "huomiot", "huomioita", "muistiinpano", "muistiinpanot", "kommentti", "kommentit", "lisätieto", "lisätiedot",
		"anteckning", "anteckningar", "kommentar", "kommentarer", "anmärkning", "anmärkningar", "notering", "noteringar",
	}},
	{kind: kindIgnored, names: []string{
		// of the programme, not of the pair's agreement
		"status", "state", "tila", "programme", "program", "ohjelma", "season", "kausi", "säsong",
		// that form tools add
		"timestamp", "aikaleima", "tidsstämpel", "tidstämpel",
		"start time", "completion time", "last modified time", "submission time",
		"aloitusaika", "alkamisaika", "valmistumisaika", "valmistusaika", "päättymisaika", "viimeisin muokkausaika", "viimeisen muokkauksen aika",
		"starttid", "slutförandetid", "tid för slutförande", "sluttid", "senast ändrad", "tid för senaste ändring",
		"email", "email address", "username", "name", "score", "points", "total points", "quiz feedback",
		"sähköposti", "sähköpostiosoite", "nimi", "käyttäjänimi", "pisteet", "pisteet yhteensä", "kokonaispisteet",
		"epost", "epostadress", "namn", "användarnamn", "poäng", "poängsumma", "totalpoäng",
	}},
}

// howOften and howLong are the ids that the starter gives to the ground rules
// for the weeks between meetings and the minutes of a meeting.
const (
	howOften = "how-often"
	howLong  = "how-long"
)

// roleStems begin the words for a role; roleEndings may follow them.
var (
	mentorStems = []string{"mentor", "mentori"}
	menteeStems = []string{"mentee", "aktori", "mentoroitava", "adept", "mentorerad", "protégé", "protege"}
	roleEndings = []string{"", "n", "in", "s", "ns", "en", "ens", "t", "er", "ers", "erna", "ernas", "ien", "iden", "jen", "den", "dens", "de", "des"}
)

// personWords are the words about a person by what they mean, which is also
// the free column's name where there is one.
var personWords = map[string]string{
	"email": "email", "emails": "email", "mail": "email", "sähköposti": "email", "sähköpostit": "email", "sähköpostiosoite": "email",
	"sähköpostiosoitteet": "email", "sposti": "email", "meili": "email", "epost": "email", "epostadress": "email", "epostadresser": "email", "mejl": "email", "mejladress": "email",

	"first": "first", "firstname": "first", "given": "first", "etunimi": "first", "etunimet": "first", "förnamn": "first",
	"last": "last", "lastname": "last", "surname": "last", "family": "last", "sukunimi": "last", "efternamn": "last",

	"phone": "phone", "phones": "phone", "telephone": "phone", "mobile": "phone", "tel": "phone", "puh": "phone", "puhelin": "phone", "puhelinnumero": "phone",
	"matkapuhelin": "phone", "gsm": "phone", "telefon": "phone", "telefonnummer": "phone", "mobil": "phone", "mobilnummer": "phone",
	"unit": "unit", "department": "unit", "yksikkö": "unit", "osasto": "unit", "enhet": "unit", "avdelning": "unit",
	"title": "title", "titteli": "title", "nimike": "title", "tehtävänimike": "title", "titel": "title",
	"goal": "goal", "tavoite": "goal", "mål": "goal",
	"organisation": "organisation", "organization": "organisation", "company": "organisation", "employer": "organisation", "organisaatio": "organisation",
	"yritys": "organisation", "työnantaja": "organisation", "företag": "organisation", "arbetsgivare": "organisation",
}

// nameWords say nothing beside a role: the mentor's full name is the mentor.
var nameWords = words("name names nimi nimet namn full koko fullständigt hela whole and the of a kokonimi fullname")

// fillerWords say nothing beside another word about a person.
var fillerWords = words("address addresses osoite adress adresser number numero nummer nro nr no")

// unitWords are units of time, by how they are written behind a number or in
// a header such as Kesto (h).
var unitWords = map[string]unit{
	"min": unitMinute, "mins": unitMinute, "minute": unitMinute, "minutes": unitMinute, "minuutti": unitMinute, "minuuttia": unitMinute, "minuutin": unitMinute,
	"minuutit": unitMinute, "minut": unitMinute, "minuter": unitMinute, "m": unitMinute,
	"h": unitHour, "hr": unitHour, "hrs": unitHour, "hour": unitHour, "hours": unitHour, "t": unitHour, "tunti": unitHour, "tuntia": unitHour, "tunnin": unitHour, "tunnit": unitHour,
	"tim": unitHour, "timme": unitHour, "timmar": unitHour, "timmes": unitHour, "timmars": unitHour,
	"day": unitDay, "days": unitDay, "pv": unitDay, "päivä": unitDay, "päivää": unitDay, "päivän": unitDay, "dag": unitDay, "dagar": unitDay, "dagars": unitDay,
	"week": unitWeek, "weeks": unitWeek, "wk": unitWeek, "wks": unitWeek, "vk": unitWeek, "vko": unitWeek, "vkoa": unitWeek, "vkon": unitWeek, "viikko": unitWeek, "viikkoa": unitWeek,
	"viikon": unitWeek, "viikot": unitWeek, "viikossa": unitWeek, "vecka": unitWeek, "veckan": unitWeek, "veckor": unitWeek, "veckors": unitWeek, "veckas": unitWeek, "v": unitWeek,
	"month": unitMonth, "months": unitMonth, "kk": unitMonth, "kuukausi": unitMonth, "kuukautta": unitMonth, "kuukauden": unitMonth, "kuussa": unitMonth, "kuukaudessa": unitMonth,
	"mån": unitMonth, "månad": unitMonth, "månaden": unitMonth, "månader": unitMonth, "månaders": unitMonth,
}
