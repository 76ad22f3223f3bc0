package when

// clockOptions resolves the clocks: am or pm said, else the part of the day, else what people mean: 1 to 6 afternoon, 9 to 11 morning,
// 12 noon. A bare 7 or 8 is both, so it is asked.
func (p *parser) clockOptions() [][2]int {
	var out [][2]int
	half := uint8(0)
	for k := len(p.clocks) - 1; k >= 0; k-- { // "3 or 4pm": the pm is for both
		c := p.clocks[k]
		if c.half == 0 && half != 0 && k+1 < len(p.clocks) && p.clocks[k+1].orNext {
			c.half = half
			p.clocks[k] = c
		}
		half = c.half
	}
	for k, c := range p.clocks {
		if k > 0 && !c.orNext {
			break // a later time is another matter
		}
		for _, h := range p.hours(c) {
			out = append(out, [2]int{h, c.m})
		}
	}
	return out
}

func (p *parser) hours(c clockPiece) []int {
	switch {
	case c.half == 1:
		return []int{c.h % 12}
	case c.half == 2 && c.h <= 12:
		return []int{c.h%12 + 12}
	case c.h24:
		return []int{c.h}
	case p.part == morning:
		return []int{c.h % 12}
	case p.part >= evening && c.h == 12: // midnight: of which day is asked
		return []int{0}
	case p.part != 0 && !(p.part == afternoon && c.h == 11):
		return []int{c.h%12 + 12}
	case c.h == 12:
		return []int{12}
	case c.h >= 9:
		return []int{c.h}
	case c.h <= 6:
		return []int{c.h + 12}
	}
	if p.c.Mode == Report {
		return nil
	}
	return []int{c.h, c.h + 12}
}
