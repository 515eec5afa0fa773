package site

import (
	"html/template"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mentorbook/generator/handbook"
)

// copied returns a page's HTML as it stands in the booklet: ids carry the
// page's own before them, links lead to the same place from here, headings
// stand so many levels lower, the first one behind its number, and what the
// page folds away is open. All tags that need no change keep their bytes.
func (b *booklet) copied(p *handbook.Page, text template.HTML, number string, depth int) template.HTML {
	c := &copier{booklet: b, page: p, number: number, depth: depth, out: make([]byte, 0, len(text)+len(text)/4)}
	z := html.NewTokenizer(strings.NewReader(string(text)))
	for z.Next() != html.ErrorToken {
		raw := z.Raw()
		if t := raw[0]; t != '<' || raw[1] == '/' || raw[1] == '!' {
			c.out = append(c.out, raw...)
			continue
		}
		c.tag(append([]byte(nil), raw...), z.Token())
	}
	return template.HTML(c.out) // tags and texts of rendered HTML, attributes escaped anew
}

// copier copies one page.
type copier struct {
	*booklet
	page     *handbook.Page
	number   string
	depth    int
	numbered bool
	out      []byte
}

func (c *copier) tag(raw []byte, t html.Token) {
	level := headingLevel(t.Data)
	changed := level > 0 || t.Data == "details"
	attributes := t.Attr[:0]
	for _, a := range t.Attr {
		value, keep := c.attribute(t, a)
		changed = changed || !keep || value != a.Val
		if a.Val = value; keep {
			attributes = append(attributes, a)
		}
	}
	if !changed {
		c.out = append(c.out, raw...)
		return
	}
	switch {
	case level > 0:
		attributes = append(attributes, html.Attribute{Key: "aria-level", Val: strconv.Itoa(min(level+c.depth, 6))})
	case t.Data == "details":
		attributes = append(attributes, html.Attribute{Key: "open"})
	}
	c.write(t, attributes)
	if level == 1 && !c.numbered && c.number != "" {
		c.numbered = true
		c.out = append(c.out, `<span class="chapter-number">`+c.number+`</span> `...)
	}
}

func (c *copier) write(t html.Token, attributes []html.Attribute) {
	c.out = append(append(c.out, '<'), t.Data...)
	for _, a := range attributes {
		c.out = append(append(c.out, ' '), a.Key...)
		c.out = append(append(append(c.out, `="`...), html.EscapeString(a.Val)...), '"')
	}
	if t.Type == html.SelfClosingTagToken {
		c.out = append(c.out, '/')
	}
	c.out = append(c.out, '>')
}

// attribute returns the value of an attribute in the booklet, and whether it
// is kept at all.
func (c *copier) attribute(t html.Token, a html.Attribute) (string, bool) {
	id := c.ids[c.page.Address]
	switch a.Key {
	case "id":
		return id + ":" + a.Val, true
	case "for", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "headers", "popovertarget":
		if t.Data == "section" { // a region for each part of each page would be of no use
			return "", false
		}
		names := strings.Fields(a.Val)
		for i := range names {
			names[i] = id + ":" + names[i]
		}
		return strings.Join(names, " "), true
	case "aria-label":
		if t.Data == "section" {
			return "", false
		}
		if role(t) == "region" { // regions of one name can't be told apart
			return a.Val + ", " + c.page.Title, true
		}
	case "href", "src":
		return c.moved(a.Val), true
	case "loading": // what is printed is needed at once
		return "", false
	case "open":
		return "", t.Data != "details" // written anew
	}
	return a.Val, true
}

func role(t html.Token) string {
	for _, a := range t.Attr {
		if a.Key == "role" {
			return a.Val
		}
	}
	return ""
}

// moved returns a link of the page as it leads from the booklet.
func (c *copier) moved(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		return href
	}
	to := c.page.Address
	if u.Path != "" {
		to = path.Join(path.Dir(to), u.Path)
	}
	id, within := c.ids[to]
	switch {
	case within && u.Fragment != "":
		return "#" + escaped(c.ids[to]+":"+u.Fragment)
	case within:
		return "#" + escaped(id)
	case u.Fragment != "":
		return relative(c.address, to) + "#" + escaped(u.Fragment)
	}
	return relative(c.address, to)
}

// headingLevel is 1 for h1 to 6 for h6, else 0.
func headingLevel(tag string) int {
	if len(tag) == 2 && tag[0] == 'h' && '1' <= tag[1] && tag[1] <= '6' {
		return int(tag[1] - '0')
	}
	return 0
}
