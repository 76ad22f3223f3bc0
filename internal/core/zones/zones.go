// Package zones holds the time zones, of the release that is built in: what a machine has may be years old, and a zone that has changed its
// clocks since would have people texted at the wrong hour. It is pure.
package zones

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// Version is the release of the IANA time zone database that is built in. zoneinfo.zip is made of its tzdata.zi by `zic -b slim`.
const Version = "2026f"

//go:embed zoneinfo.zip
var packed string

// built are read once from the embedded file and never changed.
var built = sync.OnceValue(func() map[string][]byte { //nolint:gochecknoglobals // never changed once it is read
	z, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic(err)
	}
	out := make(map[string][]byte, len(z.File))
	for _, f := range z.File {
		b, err := read(f)
		if err != nil {
			panic(err)
		}
		out[f.Name] = b
	}
	return out
})

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", f.Name, err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name, err)
	}
	return b, nil
}

// Load returns the zone of an IANA name. The empty name is UTC; "Local" is none, for what a machine is set to is nobody's zone here.
func Load(name string) (*time.Location, error) {
	if name == "" || name == "UTC" {
		return time.UTC, nil
	}
	if loc, ok := loaded.Load(name); ok {
		return loc.(*time.Location), nil //nolint:forcetypeassert // only this function stores
	}
	data, ok := built()[name]
	if !ok {
		return nil, fmt.Errorf("no time zone is called %q", name)
	}
	loc, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		return nil, fmt.Errorf("time zone %s: %w", name, err)
	}
	loaded.Store(name, loc)
	return loc, nil
}

// loaded are the zones that were asked for, at most as many as there are: reading one takes longer than most of what asks for it.
//
//nolint:gochecknoglobals // what it holds never changes
var loaded sync.Map // name -> *time.Location

// Known reports whether the name is one of the IANA time zone database; the empty name is none of it.
func Known(name string) bool {
	_, ok := built()[name]
	return ok && name != ""
}
