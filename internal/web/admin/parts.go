package admin

import "html/template"

// pair hands a part one item and the page that it stands on.
type pair struct {
	One  any
	Page any
}

// partFuncs are the few functions that templates may call.
func partFuncs(t *tongue) template.FuncMap {
	return template.FuncMap{
		"say":  t.say, // what a page's struct holds of the page's own words
		"pair": func(one, page any) pair { return pair{one, page} },
		"tone": func(text, tone string) badge { return badge{text, tone} },
	}
}
