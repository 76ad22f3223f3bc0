package admin

import (
	bcp47 "golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/reportback/reportback/internal/core/lang"
)

// country names a country (ISO 3166-1) as the page's language does; what belongs to none is a dialling code, and stays so.
func (t *tongue) country(code string) string {
	region, err := bcp47.ParseRegion(code)
	if err != nil {
		return code
	}
	names := display.English.Regions()
	if t.language() == lang.Spanish {
		names = display.Spanish.Regions()
	}
	return names.Name(region)
}
