package theme

import "fmt"

// Text of the accent's colour needs at least this contrast (WCAG 2.2, 1.4.3);
// on a dark ground a little more reads better.
const (
	minLight = 4.5
	minDark  = 6
)

// deepTint is how much of the accent the deepest ground holds that text of
// that colour stands on: --tint-deep in assets/css/tokens.css, which is mixed
// of the accent and of these.
const (
	deepTint  = 0.14
	deepLight = "#ffffff"
	deepDark  = "#23292b"
)

// accentCSS sets the accent colour for light and dark: the owner's, made darker
// or lighter just as far as reading it asks for. Its hue stays.
func accentCSS(accent string) string {
	c, ok := parseColour(accent)
	if !ok {
		return ""
	}
	return fmt.Sprintf("@layer accent{:root{--accent-light:%s;--accent-dark:%s}}", readable(c, deepLight, minLight, -1), readable(c, deepDark, minDark, 1))
}

// readable moves the colour's lightness, down or up, until it has the
// contrast to the tint that is mixed of it and the ground.
func readable(c colour, ground string, least float64, direction float64) colour {
	g, _ := parseColour(ground)
	lab := c.oklab()
	for l := lab.l; l >= 0 && l <= 1; l += direction / 200 {
		if shown := lab.at(l).rounded(); contrast(shown, mix(shown, deepTint, g)) >= least {
			return shown
		}
	}
	if direction < 0 {
		return black
	}
	return white
}
