package sms

// overruled is the zone of an area code of the North American Numbering Plan that the library does not know yet, for it was added lately,
// or puts on another clock; "" for every other. What is here is known of the plan: an overlay has the clock of the area that it lies on.
func overruled(area string) string {
	const eastern, central = "America/New_York", "America/Chicago"
	switch area {
	case "689": // Orlando, with 407
		return eastern
	case "436", "624", "679": // with 440 in Ohio, 716 in New York, 313 in Detroit
		return eastern
	case "457", "471", "621", "861": // with 318 in Louisiana, 662 in Mississippi, 713 in Houston, 309 in Illinois
		return central
	case "729": // with 423 in Tennessee, which lies on two clocks: whoever asks of those asks first
		return eastern
	case "837": // with 530 in California
		return "America/Los_Angeles"
	}
	return ""
}

// addedLately reports whether a number of ten digits is of such an area, and one that may be dialled there.
func addedLately(national uint64) bool {
	area, exchange := national/10_000_000, national/10_000%1000
	return area > 99 && area <= 999 && exchange >= 200 && overruled(string([]byte{
		'0' + byte(area/100), '0' + byte(area/10%10), '0' + byte(area%10),
	})) != ""
}
