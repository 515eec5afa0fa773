package theme

import (
	"fmt"
	"math"
	"strconv"
)

// colour is red, green and blue from 0 to 1, as sRGB encodes them.
type colour [3]float64

var (
	black = colour{}
	white = colour{1, 1, 1}
)

// parseColour reads #rrggbb.
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
	to := func(f float64) int { return int(math.Round(min(max(f, 0), 1) * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", to(c[0]), to(c[1]), to(c[2]))
}

// rounded is the colour as a screen shows it.
func (c colour) rounded() colour {
	r, _ := parseColour(c.String())
	return r
}

// luminance is the relative luminance of WCAG 2.2.
func (c colour) luminance() float64 {
	l := c.linear()
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// linear undoes sRGB's transfer function.
func (c colour) linear() colour {
	for i, f := range c {
		if f <= 0.04045 {
			c[i] = f / 12.92
		} else {
			c[i] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return c
}

// oklab is a colour in Björn Ottosson's OKLab: lightness from 0 to 1 and two
// axes of hue, made so that equal steps look equal
// (https://bottosson.github.io/posts/oklab/, also CSS Color 4, section 9).
type oklab struct{ l, a, b float64 }

func (c colour) oklab() oklab {
	n := c.linear()
	l := math.Cbrt(0.4122214708*n[0] + 0.5363325363*n[1] + 0.0514459929*n[2])
	m := math.Cbrt(0.2119034982*n[0] + 0.6806995451*n[1] + 0.1073969566*n[2])
	s := math.Cbrt(0.0883024619*n[0] + 0.2817188376*n[1] + 0.6299787005*n[2])
	return oklab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// colour returns the colour in sRGB and whether a screen can show it.
func (o oklab) colour() (colour, bool) {
	cube := func(f float64) float64 { return f * f * f }
	l := cube(o.l + 0.3963377774*o.a + 0.2158037573*o.b)
	m := cube(o.l - 0.1055613458*o.a - 0.0638541728*o.b)
	s := cube(o.l - 0.0894841775*o.a - 1.2914855480*o.b)
	c := colour{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
	shown := true
	for i, f := range c {
		shown = shown && f > -1e-4 && f < 1+1e-4
		if f <= 0.0031308 {
			c[i] = 12.92 * f
		} else {
			c[i] = 1.055*math.Pow(f, 1/2.4) - 0.055
		}
	}
	return c, shown
}

// at is the colour at another lightness: of the same hue, and as colourful as
// a screen can show it there.
func (o oklab) at(lightness float64) colour {
	for part := 1.0; part > 0; part -= 0.02 {
		if c, shown := (oklab{lightness, o.a * part, o.b * part}).colour(); shown {
			return c
		}
	}
	c, _ := oklab{l: lightness}.colour()
	return c
}

// mix is color-mix(in oklab, a part%, b) of CSS; part is from 0 to 1.
func mix(a colour, part float64, b colour) colour {
	x, y := a.oklab(), b.oklab()
	c, _ := oklab{x.l*part + y.l*(1-part), x.a*part + y.a*(1-part), x.b*part + y.b*(1-part)}.colour()
	return c
}
