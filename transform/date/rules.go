package date

// macro is a named part of patterns.
type macro struct{ name, pattern string }

// macros may use those below them.
var macros = []macro{
	{"day", "{wdate} | {weekday} | {dayword} | $iso | the? $dir same? day"},
	{"wdate", "$weekday ,? {mdy} | {mdy} | $weekday ,? the $ord"},
	{"mdy", "$dir {md} | {md} ,? $year | {md} ,? of? $dir year | {md}"},
	{"md", "$month the? $dom | the? $dom of? $month"},
	{"weekday", "$dir? $weekday | $weekday of? $dir week | this coming/past $weekday | the $dir $weekday"},
	{"dayword", "$dayword | the? day before/after $dayword"},
	{"part", "$mod? -? $part"},
	{"month", "$month ,? of? $year | $month ,? of? the? $dir year | $dir $month | $month"},
	{"span", "{month} | {yearly} | {season} | {quarter} | {dir}"},
	{"yearly", "the year $year | year? $year | fiscal year? $year | $decade | $dir century"},
	{"season", "$season of? $year | $season of? $dir year | $dir past/coming? $season"},
	{"quarter", "{qtr} ( of | in | , )? fiscal? $year | {qtr} of? $dir year | $ord half of the year | $dir year 's {qtr} | $year {qtr} | $year 's {qtr} | {qtr}"},
	{"qtr", "fiscal? -? $ord -? quarter | fiscal? $ord half"},
	{"amount", "$approx? $quant | more than $quant | less/fewer than $quant | at least/most $quant | up to $quant | no more than $quant"},
	{"dir", "$dir $unit | $dir fiscal $unit | this past/coming $unit"},
}

// rules is the whole grammar: what is written longer wins, then what stands earlier.
func rules() []rule {
	var all []rule
	for _, part := range [][]rule{dayRules, spanRules, shiftRules, durationRules, setRules, vagueRules} {
		all = append(all, part...)
	}
	return all
}

// Days and times of day.
var dayRules = []rule{
	{"plural-part", "$weekday $part", "It opens on [Friday nights]{set XXXX-WXX-5TNI}.", everyName},
	{"date", "{wdate}", "It opened on [March 5, 2011]{date 2011-03-05}.", calendarDay},
	{"date-range", "$month $dom - $dom ( ,? $year )? | $dom -/to $dom of? $month ( ,? $year )?", "The talks on [March 5-7, 2011]{date 2011-03-05/2011-03-07} failed.", dayRange},
	{"iso", "$iso", "Updated [2011-03-05]{date 2011-03-05}.", point},
	{"weekday", "{weekday}", "He said on [Monday]{date 2020-02-10} that it failed.", point},
	{"dayword", "{dayword}", "He left [yesterday]{date 2020-02-10}.", point},
	{"tonight", "tonight", "They meet [tonight]{time 2020-02-11TNI}.", partOf(0, partNight)},
	{"last-night", "last night", "They met [last night]{time 2020-02-10TNI}.", partOf(-1, partNight)},
	{"this-part", "this {part} | later/earlier this {part}", "They met [this morning]{time 2020-02-11TMO}.", partOf(0, -1)},
	{"that-part", "that same? {part} | the same {part}", "On [Monday]{date 2020-02-10} he left and [that night]{time 2020-02-10TNI} he spoke.", partOfRef(0)},
	{"the-part", "the {part}", "On [Monday]{date 2020-02-10} he left in [the morning]{time 2020-02-10TMO}.", thePart},
	{"next-part", "the next/following {part}", "On [Friday]{date 2020-02-07} it rained but [the next morning]{time 2020-02-08TMO} it cleared.", partOfRef(1)},
	{"day-part", "{day} ,? ( in the )? {part} | $mod {day} {part}", "The minister said on [Monday night]{time 2020-02-10TNI} that it failed.", point},
	{"part-day", "the? {part} ( of | on )? {day}", "It rained in [the afternoon of March 5]{time 2020-03-05TAF}.", point},
	{"overnight", "overnight", "Ten died in clashes [overnight]{time 2020-02-10TNI}.", partOf(-1, partNight)},
	{"day-clock", "{day} ,? at? ( about | around )? $clock", "They met on [Monday at 10:30 p.m.]{time 2020-02-10T22:30}", point},
	{"clock-day", "$clock ( on | , )? {day}", "They met at [10:30 p.m. on Monday]{time 2020-02-10T22:30}.", point},
	{"clock", "$clock | around $clock", "The quake struck at [0337 GMT]{time 2020-02-11T03:37Z}.", point},
	{"mod-day", "early/earlier/late/later -? on? {day}", "They left [early Monday]{date 2020-02-10}.", point},
	{"holiday", "$dir? $holiday ( ,? $year )? | $dir? $holiday $unit | $holiday ,? of? $dir year", "On [Christmas Day]{date 2019-12-25} he left.", holidayName},
	{"next-dom", "$dom", "They meet on [March 3]{date 2020-03-03} or [4]{date 2020-03-04}.", nextDom},
	{"day-before", "the $dir day | $dir same day | $dir day", "He left on [Monday]{date 2020-02-10}. [The next day]{date 2020-02-11} it closed.", point},
}

// Weeks, months, quarters, seasons, years and longer.
var spanRules = []rule{
	{"month", "{month}", "It opened in [March 2011]{date 2011-03}.", monthName},
	{"year", "{yearly} | the $decade | the $dir century", "It opened in [2011]{date 2011}.", yearNumber},
	{"quarter-code", "q/h $num ,? of? $year? | $num q/h ,? of? $year? | $year q/h $num", "Sales fell in [Q3 2019]{date 2019-Q3}.", quarterCode},
	{"bc", "$num bc | $ord century bc | the $ord century bc", "It fell in [264 BC]{date BC0264}.", yearBC},
	{"next-year", "$num", "He ruled from [1990]{date 1990}-[94]{date 1994}.", nextYear},
	{"season", "the? {season} | the? $season", "It opened in [the spring of 2011]{date 2011-SP}.", seasonName},
	{"quarter", "the? {quarter} | the? {quarter} period | the? last half of the? {yearly}", "Sales rose in [the third quarter of 2011]{date 2011-Q3}.", quarterName},
	{"quarter-dir", "the $year period | the $dir period", "It rose from [the 2018 period]{date 2018}.", point},
	{"mod-span", "the? $mod -? part? of? the? {span} | the? $mod -? of? the? year? $year | $mod in the? {span} | the? $mod - $year | mid - {span} | mid - $year | the mid - $decade", "It grew in [the late 1980s]{date 198}.", modSpan},
	{"end-of-unit", "the? $mod of the $unit | $mod in the $unit", "He has until [the end of the month]{date 2020-02-29} to go.", endOfUnit},
	{"year-end", "year - end | year end | year 's end | the year 's end", "Prices fell by [year-end]{date 2020}.", yearEnd},
	{"century", "the? $ord century | the? $mod -? $ord -? century", "It dates from [the 19th century]{date 18}.", centuryName},
	{"the-latest", "the latest $unit | the latest fiscal $unit | the latest period", "Profit fell in [the latest quarter]{date 2019-Q4}.", latest},
	{"the-fiscal", "the fiscal/full $unit", "Profit may fall for [the full year]{date 2020}.", theUnit},
	{"deictic", "the? {dir} ( or so )?", "It rained [last week]{date 2020-W06}.", deictic},
	{"the-unit", "the $unit | the $dir $unit", "Clashes flared over [the weekend]{date 2020-W06-WE}.", theUnit},
	{"week-of", "the same? $dir? week of {mdy}", "It opened in [the week of March 6]{date 2020-W10}.", weekOf},
}

// Distances from publication or from the story's own date.
var shiftRules = []rule{
	{"one-day", "one day", "She will [one day]{date FUTURE_REF} return.", oneDay},
	{"ago-or", "a $unit or two", "It may end in [a year or two]{duration P2Y}.", unitOrTwo},
	{"ago", "{amount} $unit ( or so )? $sense", "He died [two years ago]{date 2018}.", shiftDate},
	{"unit-before", "the $unit before/earlier/after", "He met her on [Monday]{date 2020-02-10} and [the week before]{date 2020-02-03}.", unitBefore},
	{"units-ago", "just? $unit ago/later/earlier", "He resigned [years ago]{date PAST_REF}.", unitsAgo},
	{"from-now", "$approx? $quant $unit from now | $approx? $quant $unit from today", "It ends [three weeks from now]{date 2020-W10}.", fromNow},
	{"year-ago", "year - ago/earlier | the? year - ago/earlier ( quarter | period ) | the? year - ago/earlier $ord -? quarter", "It beat [the year-ago period]{date 2019}.", yearAgo},
}

// Lengths of time.
var durationRules = []rule{
	{"duration", "the? {amount} $unit", "It lasted [two weeks]{duration P2W}.", duration},
	{"more-units", "$approx? $quant more/additional/consecutive/straight/full $unit | at least $quant more $unit", "It needs [two more weeks]{duration P2W}.", duration},
	{"hyphen", "$quant - $unit ( - long )? | $quant $unit - long", "The [nine-year]{duration P9Y} war ends.", duration},
	{"recent-units", "each? of? the? $dir {amount} $unit ( or so )?", "It fell over [the past three months]{duration P3M}.", duration},
	{"ord-units", "the $ord {amount} $unit", "It fell in [the first nine months]{duration P9M} of it.", duration},
	{"unit-and-half", "a $unit and a half", "It took [a year and a half]{duration P1Y6M}.", unitAndHalf},
	{"day-long", "$unit - long", "After a [day-long]{duration P1D} battle it fell.", dayLong},
	{"bare-units", "$unit | $unit or $unit", "It raged for [weeks]{duration PXW}.", bareUnits},
	{"recent-few", "recent/coming $unit and $unit | recent $unit | coming $unit | the? $unit ahead", "It has grown in [recent weeks]{duration PXW}.", bareUnits},
}

// Repeated times.
var setRules = []rule{
	{"every", "$set $unit", "It opens [every week]{set P1W}.", everyUnit},
	{"every-nth", "$set $quant $unit | $set other $unit", "It opens [every two weeks]{set P2W}.", everyUnit},
	{"every-day", "$set $weekday | $set $month", "It opens [every Friday]{set XXXX-WXX-5}.", everyName},
	{"every-part", "$set $part | $set $season", "It opens [every morning]{set XXXX-XX-XXTMO}.", everyName},
	{"plural-day", "$pluralday ( $part )?", "It opens on [Fridays]{set XXXX-WXX-5}.", everyName},
	{"freq", "$freq", "It opens [daily]{set P1D}.", everyUnit},
	{"times-a", "once/twice a/each/every $unit | $num times a/each/every $unit", "It opens [twice a week]{set P1W}.", everyUnit},
}

// References without a calendar.
var vagueRules = []rule{
	{"vague", "$vague | right now | more recently | most recently | current | recent", "It is [now]{date PRESENT_REF} open.", vague("PRESENT_REF")},
	{"asap", "as soon as possible", "He wants it [as soon as possible]{date FUTURE_REF}.", vague("FUTURE_REF")},
	{"present", "these days | at present | at the moment | the present", "It is open [these days]{date PRESENT_REF}.", vague("PRESENT_REF")},
	{"past", "the past | recent/past years | the recent past", "It was so in [the past]{date PAST_REF}.", vague("PAST_REF")},
	{"future", "the near/foreseeable/distant? future | the short/near/long term", "It may rise in [the near future]{date FUTURE_REF}.", vague("FUTURE_REF")},
}
