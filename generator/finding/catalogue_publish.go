package finding

// Codes of writing what is published.
const (
	CodeOutForbidden    Code = "out-forbidden"
	CodeOutNotFolder    Code = "out-not-folder"
	CodeOutHolds        Code = "out-holds-project"
	CodeFileInTheWay    Code = "file-in-the-way"
	CodeFolderInTheWay  Code = "folder-in-the-way"
	CodeLinkInTheWay    Code = "link-in-the-way"
	CodeAddressUnusable Code = "address-unusable"
	CodeChangedByHand   Code = "changed-by-hand"
)

var publishCodes = []Definition{
	{
		Code: CodeOutForbidden, Severity: Error,
		Doc: "The output folder is, holds or lies in a folder that must not be written: the content, the theme, the project itself, the home folder or the root of the disk.",
		Message: Texts{
			"the output folder {folder} can't be used: it would mix with {other}",
			"tuloskansiota {folder} ei voi käyttää: se sekoittuisi kansioon {other}",
			"utdatamappen {folder} kan inte användas: den skulle blandas med {other}",
		},
		Hints: []Texts{{
			"name a folder of its own with --out, such as public",
			"anna oma kansio valitsimella --out, esimerkiksi public",
			"ange en egen mapp med --out, till exempel public",
		}},
	},
	{
		Code: CodeOutNotFolder, Severity: Error,
		Doc: "The output folder's name is taken by a file.",
		Message: Texts{
			"{folder} is a file, not a folder",
			"{folder} on tiedosto, ei kansio",
			"{folder} är en fil, inte en mapp",
		},
		Hints: []Texts{{
			"name another folder with --out, or move the file away",
			"anna toinen kansio valitsimella --out tai siirrä tiedosto pois",
			"ange en annan mapp med --out, eller flytta bort filen",
		}},
	},
	{
		Code: CodeOutHolds, Severity: Error,
		Doc: "The output folder holds somebody's work: content, a program's source or a repository.",
		Message: Texts{
			"the output folder {folder} holds {sign}, so it is not a folder to publish into",
			"tuloskansiossa {folder} on {sign}, joten siihen ei julkaista",
			"utdatamappen {folder} innehåller {sign}, så den är ingen mapp att publicera i",
		},
		Hints: []Texts{{
			"name an empty or a new folder with --out",
			"anna tyhjä tai uusi kansio valitsimella --out",
			"ange en tom eller ny mapp med --out",
		}},
	},
	{
		Code: CodeFileInTheWay, Severity: Error,
		Doc: "A file that Mentorbook did not write stands where one is to be written. It is never overwritten.",
		Message: Texts{
			"a file that Mentorbook did not write is in the way",
			"tiellä on tiedosto, jota Mentorbook ei ole kirjoittanut",
			"en fil som Mentorbook inte har skrivit är i vägen",
		},
		Hints: []Texts{{
			"move it away or delete it (an old copy of the whole site: empty the folder), or publish into another folder with --out; nothing was changed",
			"siirrä tai poista se (jos kyse on sivuston vanhasta kopiosta, tyhjennä kansio) tai julkaise toiseen kansioon valitsimella --out; mitään ei muutettu",
			"flytta eller ta bort den (är allt en gammal kopia av webbplatsen, töm mappen), eller publicera i en annan mapp med --out; inget ändrades",
		}},
	},
	{
		Code: CodeFolderInTheWay, Severity: Error,
		Doc: "A folder stands where a file is to be written, and it is not only Mentorbook's own.",
		Message: Texts{
			"a folder stands where a file is to be written",
			"kirjoitettavan tiedoston paikalla on kansio",
			"en mapp ligger där en fil ska skrivas",
		},
		Hints: []Texts{{
			"move it away or delete it, or publish into another folder with --out; nothing was changed",
			"siirrä tai poista se tai julkaise toiseen kansioon valitsimella --out; mitään ei muutettu",
			"flytta eller ta bort den, eller publicera i en annan mapp med --out; inget ändrades",
		}},
	},
	{
		Code: CodeLinkInTheWay, Severity: Error,
		Doc: "A symbolic link stands where a file or a folder of the site belongs. Links inside the output folder are never followed, so that nothing outside it can be changed.",
		Message: Texts{
			"a symbolic link is in the way",
			"tiellä on symbolinen linkki",
			"en symbolisk länk är i vägen",
		},
		Hints: []Texts{{
			"delete the link, or publish into another folder with --out; nothing was changed",
			"poista linkki tai julkaise toiseen kansioon valitsimella --out; mitään ei muutettu",
			"ta bort länken, eller publicera i en annan mapp med --out; inget ändrades",
		}},
	},
	{
		Code: CodeAddressUnusable, Severity: Error,
		Doc: "A file would be published under a name that some computers, servers or archives can't have, such as one with a question mark, or con.png, which Windows takes for a device.",
		Message: Texts{
			"the name '{name}' can't be published: some computers and servers can't have it",
			"nimeä '{name}' ei voi julkaista: kaikki tietokoneet ja palvelimet eivät hyväksy sitä",
			"namnet '{name}' kan inte publiceras: alla datorer och servrar godtar det inte",
		},
		Hints: []Texts{
			{"rename the file without the character {character}", "nimeä tiedosto uudelleen ilman merkkiä {character}", "byt namn på filen och utelämna tecknet {character}"},
			{"choose another file name or slug:; Windows keeps {reserved} for itself", "valitse toinen tiedostonimi tai slug:; {reserved} on varattu Windowsin käyttöön", "välj ett annat filnamn eller slug:; {reserved} är reserverat av Windows"},
			{"it has {letters} characters; choose a shorter file name or slug:", "siinä on {letters} merkkiä; valitse lyhyempi tiedostonimi tai slug:", "det har {letters} tecken; välj ett kortare filnamn eller slug:"},
			{"choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space", "valitse tiedostonimi tai slug:, joka ei ala pisteellä eikä pääty pisteeseen tai välilyöntiin", "välj ett filnamn eller slug: som varken börjar med punkt eller slutar med punkt eller mellanslag"},
		},
	},
	{
		Code: CodeChangedByHand, Severity: Warning,
		Doc: "A file that is no longer part of the site was changed by somebody after it was written, so it was left where it is.",
		Message: Texts{
			"this page is no longer part of the handbook, but was changed by hand and is kept",
			"tämä sivu ei enää kuulu käsikirjaan, mutta sitä on muutettu käsin, joten se säilytettiin",
			"den här sidan hör inte längre till handboken, men har ändrats för hand och behålls",
		},
		Hints: []Texts{{
			"delete it yourself if nobody needs it",
			"poista se itse, jos kukaan ei tarvitse sitä",
			"ta bort den själv om ingen behöver den",
		}},
	},
}
