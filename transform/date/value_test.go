package date

import "testing"

func TestDurationValues(t *testing.T) {
	for _, tc := range []struct {
		q    quantity
		u    unit
		want string
	}{
		{quantity{n: 2}, month, "P2M"},
		{quantity{n: 48}, hour, "PT48H"},
		{quantity{n: 30}, minute, "PT30M"},
		{quantity{n: 10}, second, "PT10S"},
		{quantity{n: 3}, week, "P3W"},
		{quantity{n: 1}, fortnight, "P2W"},
		{quantity{n: 2}, decade, "P20Y"},
		{quantity{n: 2}, century, "P200Y"},
		{quantity{n: 3}, quarter, "P3Q"},
		{quantity{n: 2, half: true}, year, "P2Y6M"},
		{quantity{half: true}, hour, "PT30M"},
		{quantity{n: 1, half: true}, hour, "PT1H30M"},
		{quantity{n: 1, half: true}, minute, "PT1M30S"},
		{quantity{n: 1, half: true}, day, "P1DT12H"},
		{quantity{n: 1, half: true}, month, "P1M15D"},
		{quantity{n: 1, half: true}, decade, "P15Y"},
		{quantity{n: 1, half: true}, week, "P1.5W"},
		{quantity{vague: true}, year, "PXY"},
		{quantity{vague: true}, hour, "PTXH"},
		{quantity{vague: true}, decade, "PXE"},
		{quantity{vague: true}, century, "PXC"},
		{quantity{n: 2, hi: 3}, week, "P3W"},
	} {
		if got := durationValue(&frame{q: tc.q, unit: tc.u}); got != tc.want {
			t.Errorf("%+v %s: %s, want %s", tc.q, unitNames[tc.u], got, tc.want)
		}
	}
}

func TestSetValues(t *testing.T) {
	for _, tc := range []struct {
		f    frame
		want string
	}{
		{frame{has: hasUnit, unit: week, q: quantity{n: 1}}, "P1W"},
		{frame{has: hasUnit, unit: weekend, q: quantity{n: 1}}, "XXXX-WXX-WE"},
		{frame{has: hasWeekday, week: 5}, "XXXX-WXX-5"},
		{frame{has: hasWeekday | hasPart, week: 2, part: partNight}, "XXXX-WXX-2TNI"},
		{frame{has: hasMonth, month: 7}, "XXXX-07"},
		{frame{has: hasSeason, seas: 1}, "XXXX-SU"},
		{frame{has: hasPart, part: partMorning}, "XXXX-XX-XXTMO"},
	} {
		if got := setValue(&tc.f); got != tc.want {
			t.Errorf("%+v: %s, want %s", tc.f, got, tc.want)
		}
	}
}
