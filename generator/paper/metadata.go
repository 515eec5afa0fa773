package paper

import (
	"encoding/xml"
	"strings"
)

const producer = "Mentorbook"

// metadata writes what programs read of a file without opening it (XMP,
// ISO 16684-1), among it the claim to follow PDF/UA-1. It holds no date: the
// same document is the same file on any day.
func (b *binder) metadata(title, lang, author string) int {
	var x strings.Builder
	x.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
		`<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">`)
	xml.EscapeText(&x, []byte(title)) // a strings.Builder takes everything
	x.WriteString(`</rdf:li></rdf:Alt></dc:title>`)
	if author != "" {
		x.WriteString(`<dc:creator><rdf:Seq><rdf:li>`)
		xml.EscapeText(&x, []byte(author))
		x.WriteString(`</rdf:li></rdf:Seq></dc:creator>`)
	}
	if lang != "" {
		x.WriteString(`<dc:language><rdf:Bag><rdf:li>` + lang + `</rdf:li></rdf:Bag></dc:language>`)
	}
	x.WriteString(`<pdf:Producer>` + producer + `</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"r\"?>")
	number := b.reserve()
	b.stream(number, "/Type/Metadata/Subtype/XML", []byte(x.String()), false)
	return number
}

func (b *binder) appendInfo(d []byte, title, author string) []byte {
	d = appendString(append(d, "<</Title"...), title)
	if author != "" {
		d = appendString(append(d, "/Author"...), author)
	}
	return append(appendString(append(d, "/Producer"...), producer), ">>"...)
}
