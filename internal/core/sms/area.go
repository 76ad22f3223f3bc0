package sms

// onTwoClocks lists the zones of an area of the North American Numbering Plan that lies on more than one clock; nil for one that does not.
// It was written from what is generally known of the plan, and is to be checked against its maps (nationalnanpa.com; cnac.ca for
// Canada).
//
//nolint:gocyclo,cyclop // a table
func onTwoClocks(area string) []string {
	const (
		eastern, central, mountain, pacific = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
	)
	switch area {
	case "208", "986": // Idaho: the north is on Pacific time
		return []string{mountain, pacific}
	case "219", "574", "812", "930": // Indiana: its corners at Chicago and Evansville are on Central time
		return []string{eastern, central}
	case "270", "364": // western Kentucky
		return []string{central, eastern}
	case "606": // eastern Kentucky, down to the counties on Central time
		return []string{eastern, central}
	case "308": // western Nebraska
		return []string{central, mountain}
	case "423", "729": // eastern Tennessee: Marion and Sequatchie are on Central time
		return []string{eastern, central}
	case "458", "541": // Oregon: Malheur is on Mountain time
		return []string{pacific, mountain}
	case "605", "701": // South and North Dakota
		return []string{central, mountain}
	case "620", "785": // Kansas: four counties in the west are on Mountain time
		return []string{central, mountain}
	case "775": // Nevada: West Wendover is on Mountain time
		return []string{pacific, mountain}
	case "850", "448": // the Florida panhandle
		return []string{central, eastern}
	case "906": // upper Michigan: four counties are on Central time
		return []string{eastern, central}
	case "907": // Alaska: the western Aleutians
		return []string{"America/Anchorage", "America/Adak"}
	case "928": // Arizona: the Navajo Nation changes its clocks
		return []string{"America/Phoenix", mountain}
	}
	return onTwoInCanada(area)
}

func onTwoInCanada(area string) []string {
	switch area {
	case "236", "250", "257", "672", "778": // British Columbia: the southeast is on Mountain time
		return []string{"America/Vancouver", "America/Edmonton"}
	case "306", "474", "639": // Saskatchewan: Lloydminster changes its clocks
		return []string{"America/Regina", "America/Edmonton"}
	case "367", "418", "581": // Quebec: the Magdalen Islands are on Atlantic time
		return []string{"America/Toronto", "America/Halifax"}
	case "709", "879": // Newfoundland and Labrador
		return []string{"America/St_Johns", "America/Goose_Bay"}
	case "807": // western Ontario
		return []string{"America/Toronto", "America/Winnipeg"}
	case "867": // the territories
		return []string{"America/Whitehorse", "America/Yellowknife", "America/Rankin_Inlet", "America/Iqaluit"}
	}
	return nil
}
