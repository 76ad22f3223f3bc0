package store

import (
	"context"
	"strings"
	"unicode"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/fold"
)

// maxTexts bounds how many texts that hold a word are looked at: a word of every text would be found a million times.
const maxTexts = 2000

// leastLetters is what is looked for in texts and places: one letter begins a word of nearly every text.
const leastLetters = 2

const (
	// The index leaves out what is just being sent.
	textsWithSQL = `(SELECT id FROM messages WHERE to_tsvector('simple', folded(body)) @@ to_tsquery('simple', $1) AND state <> {state.sending}
  LIMIT $2) UNION ALL (SELECT id FROM (SELECT id, body FROM messages WHERE state IN ({state.in_flight}) AND state = {state.sending}
  OFFSET 0) m WHERE to_tsvector('simple', folded(body)) @@ to_tsquery('simple', $1) LIMIT $2)`
	meetingsAtID = `SELECT id FROM meetings WHERE place <> '' AND to_tsvector('simple', folded(place)) @@ to_tsquery('simple', $1) LIMIT $2`
)

// wordQuery is what a search means as words: each must begin a word of the text; "" when it holds none. Folding makes "calefaccion" find
// calefacción; the beginning makes "rent" find rents and renta, in both languages, without a dictionary of either. What is shorter than
// least letters is no word, unless one character is: of Chinese.
func wordQuery(q string, least int) string {
	const most = 8
	terms := strings.FieldsFunc(fold.Fold(q), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	var out []string
	for _, t := range terms {
		if len(out) < most && (len([]rune(t)) >= least || len(t) > 2) {
			out = append(out, "'"+t+"':*")
		}
	}
	return strings.Join(out, " & ")
}

// withWords returns the texts that hold what is searched for.
func (s *DB) withWords(ctx context.Context, q string) (ids []string, many bool, err error) {
	ids = []string{}
	words := wordQuery(q, leastLetters)
	if words == "" {
		return ids, false, nil
	}
	err = s.sel(ctx, &ids, textsWithSQL, words, maxTexts+1)
	return ids, len(ids) > maxTexts, err
}

// Search implements page.Search.
func (s *DB) Search(ctx context.Context, q string, in page.SearchIn, n int) (page.Found, error) {
	var out page.Found
	who, err := s.foundContacts(ctx, q, in)
	if err != nil {
		return out, err
	}
	if out.People, err = s.foundPeople(ctx, who, n); err != nil {
		return out, err
	}
	words := wordQuery(q, leastLetters)
	if words == "" || in == page.InNames {
		return out, nil
	}
	at := []string{}
	if err := s.sel(ctx, &at, meetingsAtID, words, maxFound); err != nil {
		return out, err
	}
	var rows []pageMeetingRow
	query := meetingSelect() + ` WHERE m.id = ANY($1) ORDER BY coalesce(m.starts_at, m.created_at) DESC, m.id DESC LIMIT $2`
	if err := s.sel(ctx, &rows, query, pq.Array(at), n); err != nil {
		return out, err
	}
	for _, r := range rows {
		out.Meetings = append(out.Meetings, r.row())
	}
	ids, many, err := s.withWords(ctx, q)
	if err != nil {
		return out, err
	}
	out.Many = many
	out.Texts, err = s.pageMessages(ctx, pageMessageSelect+` WHERE m.id = ANY($1) ORDER BY m.at DESC, m.id DESC LIMIT $2`, pq.Array(ids), n)
	return out, err
}

func (s *DB) foundPeople(ctx context.Context, ids []string, n int) ([]page.FoundPerson, error) {
	var got []struct {
		P     pagePersonRow  `db:"p"`
		Roles pq.StringArray `db:"roles"`
	}
	q := `SELECT ` + pagePerson("p", "f", "p") + `, p.roles FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE p.id = ANY($1)
	  ORDER BY p.name_folded, p.id LIMIT $2`
	if err := s.sel(ctx, &got, q, texts(ids), n); err != nil {
		return nil, err
	}
	out := make([]page.FoundPerson, len(got))
	for i, r := range got {
		out[i] = page.FoundPerson{Person: r.P.person()}
		for _, role := range rolesOf(r.Roles) {
			out[i].Works = out[i].Works || role != "contact"
		}
	}
	return out, nil
}
