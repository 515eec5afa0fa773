package preview

// pageText is what the preview's part of a page says, in the language of the
// terminal's messages.
type pageText struct {
	Title    string `json:"title"`
	Error    string `json:"error"`
	Errors   string `json:"errors"`
	Warning  string `json:"warning"`
	Warnings string `json:"warnings"`
	Hint     string `json:"hint"`
	Close    string `json:"close"`
	Show     string `json:"show"`
	More     string `json:"more"`
	Below    string `json:"below"`
	Source   string `json:"source"`
	Lost     string `json:"lost"`
	Pairs    string `json:"pairs"`
	Lang     string `json:"lang"`
}

func wordsIn(lang string) pageText {
	switch lang {
	case "fi":
		return pageText{
			Title: "Korjattavaa", Error: "{n} virhe", Errors: "{n} virhettä", Warning: "{n} varoitus", Warnings: "{n} varoitusta",
			Hint: "Vihje", Close: "Sulje", Show: "Näytä, mitä on korjattava", More: "Loput näkyvät päätteessä.",
			Below: "Alla on sivu sellaisena kuin se viimeksi oli kunnossa.", Source: "Sivun tiedosto",
			Lost: "Esikatselu ei ole käynnissä. Sivu päivittyy, kun se taas käynnistyy.", Pairs: "Parit", Lang: "fi",
		}
	case "sv":
		return pageText{
			Title: "Att rätta till", Error: "{n} fel", Errors: "{n} fel", Warning: "{n} varning", Warnings: "{n} varningar",
			Hint: "Tips", Close: "Stäng", Show: "Visa vad som ska rättas till", More: "Resten visas i terminalen.",
			Below: "Under ligger sidan som den var när den senast var i ordning.", Source: "Sidans fil",
			Lost: "Förhandsvisningen är inte igång. Sidan uppdateras när den startar igen.", Pairs: "Par", Lang: "sv",
		}
	}
	return pageText{
		Title: "To mend", Error: "{n} error", Errors: "{n} errors", Warning: "{n} warning", Warnings: "{n} warnings",
		Hint: "Hint", Close: "Close", Show: "Show what is to mend", More: "The terminal shows the rest.",
		Below: "Below is the page as it was when it was last in order.", Source: "The page's file",
		Lost: "The preview is not running. The page follows again once it is.", Pairs: "Pairs", Lang: "en",
	}
}
