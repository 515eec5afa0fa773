package paper

// setColumns divides a table's width among its columns: by the shares given, or
// by what their text needs.
func (t *table) setColumns(f frame) {
	room := f.width - length(t.columns-1)*cellGap
	if room < length(t.columns)*cellGap { // more columns than can be read
		room = f.width
	}
	gap := (f.width - room) / length(max(1, t.columns-1))
	if len(t.data.Widths) == t.columns {
		t.widths = shares(t.data.Widths, room)
	} else {
		least, most := t.measure(f)
		t.widths = distribute(least, most, room)
	}
	x := f.x
	for _, w := range t.widths {
		t.x = append(t.x, x)
		x += w + gap
	}
}

func shares(given []float64, room length) []length {
	var whole []int
	sum := 0
	for _, share := range given {
		n := int(min(max(share, 0), 1e6) * 1000)
		whole, sum = append(whole, n), sum+n
	}
	widths := make([]length, len(given))
	for i := range widths {
		if widths[i] = room / length(len(given)); sum > 0 {
			widths[i] = length(int(room) * whole[i] / sum)
		}
	}
	return widths
}

// measure finds for each column the width of its widest word and of its widest
// cell on one line.
func (t *table) measure(f frame) (least, most []length) {
	least, most = make([]length, t.columns), make([]length, t.columns)
	rows := t.data.Rows
	cell := func(column int, spans []Span, st style) {
		pieces := t.spans(f.el, spans, st, f.width)
		widest, total := length(0), length(0)
		for _, b := range boxesOf(pieces) {
			widest = max(widest, b.width)
			total += b.width + b.gap
		}
		if len(pieces) == 1 && pieces[0].kind == inputPiece && pieces[0].input.stretch {
			widest = min(widest, 14*letterWidth)
		}
		least[column], most[column] = max(least[column], widest), max(most[column], total)
	}
	for i, spans := range t.data.Head {
		cell(i, spans, headStyle)
	}
	for _, row := range rows {
		for i, spans := range row {
			cell(i, spans, t.style)
		}
	}
	return least, most
}

// distribute gives each column at least the width of its widest word, and of
// what is left the more, the more its longest cell would like.
func distribute(least, most []length, room length) []length {
	sumLeast, sumMost := length(0), length(0)
	for i := range least {
		most[i] = max(most[i], least[i])
		sumLeast, sumMost = sumLeast+least[i], sumMost+most[i]
	}
	if sumLeast > room {
		return squeeze(least, room)
	}
	widths := make([]length, len(least))
	for i := range widths {
		switch {
		case sumMost > room:
			widths[i] = least[i] + muldiv(room-sumLeast, most[i]-least[i], sumMost-sumLeast)
		case sumMost > 0:
			widths[i] = most[i] + muldiv(room-sumMost, most[i], sumMost)
		default:
			widths[i] = room / length(len(widths))
		}
	}
	return widths
}

// squeeze is for words that do not fit beside each other: columns that ask for
// less than an equal share get it, and the others share the rest equally.
func squeeze(least []length, room length) []length {
	widths := make([]length, len(least))
	left := len(least)
	for changed := true; changed; {
		changed = false
		for i, w := range least {
			if widths[i] == 0 && left > 1 && w <= room/length(left) {
				widths[i], room, left, changed = max(w, 1), room-w, left-1, true
			}
		}
	}
	for i := range widths {
		if widths[i] == 0 {
			widths[i] = max(pt, room/length(left))
		}
	}
	return widths
}

// muldiv is a × b / c, 0 where c is.
func muldiv(a, b, c length) length {
	if c == 0 {
		return 0
	}
	return length(int64(a) * int64(b) / int64(c))
}
