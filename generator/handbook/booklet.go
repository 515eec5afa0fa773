package handbook

// BookletPages is how many pages a handbook may have in a language to get a
// booklet: the whole of it on one page, for printing. Five hundred pages fill
// some two thousand sheets and take a browser seconds to lay out; nobody
// prints more than that at once, and the file would weigh tens of megabytes.
const BookletPages = 500

// KeepsOffline reports whether readers' browsers keep what was read.
func (p *Programme) KeepsOffline() bool { return p.Offline == nil || *p.Offline }

// Booklet returns the address of the edition's booklet, or "" where the
// edition is too large for one.
func (e *Edition) Booklet() string {
	if len(e.Pages) > BookletPages {
		return ""
	}
	return e.Base + "print.html"
}
