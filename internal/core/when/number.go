package when

// num returns the number at i, written in digits or in one word.
func (p *parser) num(i int) (int, bool) {
	t := p.at(i)
	switch {
	case t.used:
		return 0, false
	case t.num >= 0:
		return t.num, true
	case t.lex.kind == lxNumber:
		return t.lex.n, true
	case t.s == "a" || t.s == "an":
		return 1, true
	}
	return 0, false
}

// number is num for numbers of several words: "twenty-four", "treinta y cinco". It returns how many tokens it took, 0 for no number.
func (p *parser) number(i int) (n, took int) {
	n, ok := p.num(i)
	if !ok {
		return 0, 0
	}
	if p.at(i).num >= 0 || n < 20 || n%10 != 0 {
		return n, 1
	}
	j := i + 1
	if p.at(j).s == "-" || p.at(j).s == "y" {
		j++
	}
	if u := p.at(j); u.lex.kind == lxNumber && u.num < 0 && u.lex.n > 0 && u.lex.n < 10 && !u.used && u.s != "few" && u.s != "couple" {
		return n + u.lex.n, j + 1 - i
	}
	return n, 1
}

// ordinal reads first, 3rd, 24th, twenty-fourth.
func (p *parser) ordinal(i int) (n, took int) {
	t := p.at(i)
	switch {
	case t.used:
		return 0, 0
	case t.lex.kind == lxOrdWord:
		return t.lex.n, 1
	case t.num > 0 && p.at(i+1).glued && (ordinalSuffix(p.at(i+1).s) || p.at(i+1).s == "^"):
		return t.num, 2
	case t.lex.kind == lxNumber && (t.lex.n == 20 || t.lex.n == 30):
		j := i + 1
		if p.at(j).s == "-" {
			j++
		}
		if u := p.at(j); u.lex.kind == lxOrdWord && u.lex.n < 10 {
			return t.lex.n + u.lex.n, j + 1 - i
		}
	}
	return 0, 0
}
