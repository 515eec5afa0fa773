package paper

import "strconv"

// length is a distance in thousandths of a point. It is a whole number because
// processors round fractions in their own ways, and the same document must
// give the same bytes on all of them.
type length int

const (
	pt length = 1000
	mm length = 2835 // a point is 1/72 inch
)

// appendLength writes l in points with at most two decimals, as PDF wants numbers.
func appendLength(b []byte, l length) []byte {
	if l < 0 {
		if l > -5 {
			return append(b, '0')
		}
		b, l = append(b, '-'), -l
	}
	hundredths := (l + 5) / 10
	b = strconv.AppendInt(b, int64(hundredths/100), 10)
	switch rest := hundredths % 100; {
	case rest == 0:
		return b
	case rest%10 == 0:
		return append(b, '.', byte('0'+rest/10))
	default:
		return append(b, '.', byte('0'+rest/10), byte('0'+rest%10))
	}
}

// appendLengths writes several, with spaces between.
func appendLengths(b []byte, ls ...length) []byte {
	for i, l := range ls {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, l)
	}
	return b
}
