package finding

// Codes of the pairs' agreements and their papers.
const (
	CodePairAnswer Code = "pair-answer"
	CodePaperGlyph Code = "paper-character"
	CodeLinksShort Code = "links-without-url"
	CodePairsOpen  Code = "pairs-open"
)

var agreementCodes = []Definition{
	{
		Code: CodePairAnswer, Severity: Warning,
		Doc:     "A cell of the table of pairs is no answer to the ground rule of its column: none of the options, no number, a number out of range, no day. The agreement leaves the answer open.",
		Message: inCells("the cell is no answer to the ground rule", "solu ei ole vastaus pelisääntöön", "cellen är inget svar på spelregeln"),
		Hints: []Texts{{
			"write one of the options, or a number within the rule's min and max; or leave the cell empty and the pair fills it in",
			"kirjoita jokin vaihtoehdoista tai luku säännön rajoissa (min, max); tai jätä solu tyhjäksi, niin pari täyttää sen itse",
			"skriv ett av alternativen eller ett tal inom regelns gränser (min, max); eller lämna cellen tom så fyller paret i den",
		}},
	},
	{
		Code: CodePaperGlyph, Severity: Warning,
		Doc: "A text of an agreement has a character that the PDFs' font lacks. A box stands in its place on paper; the text that is copied or read aloud is right, and so is the web page.",
		Message: Texts{
			"an agreement has characters that the PDF's font lacks: {characters}",
			"sopimuksessa on merkkejä, joita PDF:n kirjasin ei tunne: {characters}",
			"ett avtal har tecken som pdf:ens teckensnitt saknar: {characters}",
		},
		Hints: []Texts{{
			"write the name in Latin, Greek or Cyrillic letters, or print that agreement from its web page",
			"kirjoita nimi latinalaisin, kreikkalaisin tai kyrillisin kirjaimin tai tulosta sopimus verkkosivulta",
			"skriv namnet med latinska, grekiska eller kyrilliska bokstäver, eller skriv ut avtalet från webbsidan",
		}},
	},
	{
		Code: CodeLinksShort, Severity: Notice,
		Doc: "Without the site's address in programme.yaml the pairs' links can't be whole.",
		Message: Texts{
			"the pairs' links lack the beginning of the site's address",
			"parien linkeistä puuttuu sivuston osoitteen alku",
			"parens länkar saknar början av webbplatsens adress",
		},
		Hints: []Texts{{
			"add url: https://… to programme.yaml before you send private/links.csv to anybody",
			"lisää tiedostoon programme.yaml rivi url: https://… ennen kuin lähetät tiedoston private/links.csv linkkejä kenellekään",
			"lägg till url: https://… i programme.yaml innan du skickar länkarna i private/links.csv till någon",
		}},
	},
	{
		Code: CodePairsOpen, Severity: Notice,
		Doc: "The setting agreement.access is open: names, goals and answers of real pairs are published in clear.",
		Message: Texts{
			"the pairs' agreements are published in clear, for everyone who reaches the site",
			"parien sopimukset julkaistaan selväkielisinä kaikille, jotka pääsevät sivustolle",
			"parens avtal publiceras i klartext för alla som når webbplatsen",
		},
		Hints: []Texts{{
			"that is right on a closed network only; otherwise write access: sealed under agreement: in programme.yaml",
			"se sopii vain suljettuun verkkoon; muuten kirjoita tiedostoon programme.yaml kohdan agreement: alle access: sealed",
			"det passar bara i ett slutet nät; skriv annars access: sealed under agreement: i programme.yaml",
		}},
	},
}
