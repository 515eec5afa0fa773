package theme

import (
	"fmt"
	"math"
	"strconv"
)

// The grounds that the accent colour stands on, as in assets/css/tokens.css.
const (
	paperLight = "#ffffff"
	tintLight  = "#f3f0ea"
	paperDark  = "#22282b"
)

// minContrast is what text needs against its ground (WCAG 2.2, 1.4.3).
const minContrast = 4.5

// accentCSS sets the accent colour for light and dark, moved towards black or
// white just as far as text of that colour needs to be read.
func accentCSS(accent string) string {
	c, ok := parseColour(accent)
	if !ok {
		return ""
	}
	light := adjust(c, tintLight, colour{})
	dark := adjust(c, paperDark, colour{1, 1, 1})
	return fmt.Sprintf("@layer accent{:root{--accent-light:%s;--accent-dark:%s}}", light, dark)
}

// colour is red, green and blue from 0 to 1, as sRGB encodes them.
type colour [3]float64

func parseColour(s string) (colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return colour{}, false
	}
	return colour{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}, true
}

func (c colour) String() string {
	to := func(f float64) int { return int(math.Round(f * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", to(c[0]), to(c[1]), to(c[2]))
}

// luminance is the relative luminance of WCAG 2.2.
func (c colour) luminance() float64 {
	lin := func(f float64) float64 {
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c[0]) + 0.7152*lin(c[1]) + 0.0722*lin(c[2])
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func adjust(c colour, ground string, towards colour) colour {
	g, _ := parseColour(ground)
	for step := 0.0; step <= 1; step += 0.02 {
		var mixed colour
		for i := range mixed {
			mixed[i] = c[i] + (towards[i]-c[i])*step
		}
		if rounded, _ := parseColour(mixed.String()); contrast(rounded, g) >= minContrast {
			return mixed
		}
	}
	return towards
}
