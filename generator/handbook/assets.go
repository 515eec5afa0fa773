package handbook

import (
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"path"
	"strings"

	_ "golang.org/x/image/webp"
	"golang.org/x/net/html"
)

// placeAssets gives every file its address: beside the pages of its folder.
func (a *assembly) placeAssets() {
	for _, asset := range a.book.Assets {
		a.assets[asset.Path] = asset
		asset.Width, asset.Height = 0, 0
		lang, rel, _ := strings.Cut(a.withLang(asset.Path), "/")
		e := a.editionOf(Tag(lang))
		if e == nil { // beside the language folders
			asset.Address = asset.Path
		} else {
			asset.Address = e.folderAddress(dirOf(rel)) + path.Base(rel)
		}
	}
	used := map[*Asset]bool{}
	for _, e := range a.book.Editions {
		for _, p := range e.Pages {
			for i := range p.alone.images {
				if asset := a.assetAt(p, p.alone.images[i].full); asset != nil && !used[asset] {
					used[asset] = true
					asset.Width, asset.Height = a.size(asset.Entry)
				}
			}
		}
	}
	if logo := a.assets[a.prog.Theme.Logo]; logo != nil && !used[logo] {
		logo.Width, logo.Height = a.size(logo.Entry)
	}
}

// folderAddress returns the address of a folder; one without pages lies below the nearest that has some.
func (e *Edition) folderAddress(dir string) string {
	if s := e.byDir[dir]; s != nil {
		return s.Address
	}
	return e.folderAddress(dirOf(dir)) + path.Base(dir) + "/"
}

// ImageSize returns an image's width and height in pixels, or 0, 0.
func ImageSize(content fs.FS, name string) (int, int) {
	f, err := content.Open(name)
	if err != nil {
		return 0, 0
	}
	defer f.Close()
	if strings.EqualFold(path.Ext(name), ".svg") {
		return svgSize(f)
	}
	cfg, _, err := image.DecodeConfig(f)
	if err != nil {
		return 0, 0
	}
	return cfg.Width, cfg.Height
}

// svgSize reads the size from an SVG's width and height, else from its viewBox.
func svgSize(r io.Reader) (int, int) {
	z := html.NewTokenizer(io.LimitReader(r, 64<<10))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return 0, 0
		case html.StartTagToken, html.SelfClosingTagToken:
			if t := z.Token(); t.Data == "svg" {
				return svgAttributes(t.Attr)
			}
		}
	}
}

func svgAttributes(attrs []html.Attribute) (w, h int) {
	for _, at := range attrs {
		switch strings.ToLower(at.Key) {
		case "width":
			w = pixels(at.Val)
		case "height":
			h = pixels(at.Val)
		}
	}
	if w > 0 && h > 0 {
		return w, h
	}
	for _, at := range attrs {
		if strings.EqualFold(at.Key, "viewBox") {
			if f := strings.FieldsFunc(at.Val, func(r rune) bool { return r == ' ' || r == ',' }); len(f) == 4 {
				return pixels(f[2]), pixels(f[3])
			}
		}
	}
	return 0, 0
}

// pixels reads a length such as 48, 48px or 48.5; anything else is 0.
func pixels(s string) int {
	n := 0
	for i, r := range strings.TrimSuffix(s, "px") {
		switch {
		case r >= '0' && r <= '9' && n < 1e6:
			n = n*10 + int(r-'0')
		case r == '.' && i > 0:
			return n
		default:
			return 0
		}
	}
	return n
}
