package language

// lang is a language of the Latin or Cyrillic script and the words that vote for it: the
// most frequent ones, articles, prepositions, pronouns and forms of "to be" and "to have".
// A word may vote for several languages.
type lang struct {
	tag   string
	words string
}

var latin = []lang{
	{"en", "the of and to in a is that for it was on are as with his they at be this from have or by had not but what were we when your can said there an which she do their if will up about out who been has more would its after he him two over than"},
	{"de", "der die und das von den mit ist des im für dem nicht ein eine auf sich als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei"},
	{"fr", "de la le et les des en un du une est pour que dans qui par plus pas au sur ne se ce il sont avec son mais comme ou si leur y dont aux ont cette été nous vous elle a ces être sa fait deux après selon entre était"},
	{"es", "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque"},
	{"pt", "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos foi são ser está"},
	{"it", "di e il la che in un a per è una sono del con non si da le dei al i come della nel più alla lo ma ha anche delle gli su se o dal questo ci sua suo stato dalla essere nella ai degli dopo quando"},
	{"nl", "de van het een en in is dat op te zijn voor met die niet aan er om ook als door bij of naar uit heeft hij over maar ze tot hebben nog werd wordt was dit meer deze al kan worden haar geen wel zich"},
	{"da", "og i at det er en til på som af for med de den der ikke har et var fra han om kan men sig vil skal blev efter også år bliver være havde ved nu så hun eller over blevet selv næste siger mere mange hvor hvis nogle dag gik får flere nye der"},
	{"sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla"},
	{"no", "og i det på som er en til å han av for at med var de ikke den har jeg om et men så seg fra hun vi ble kan skal etter være også eller år nå blir når ved da opp sier hadde vil neste mer mange hvor hvis noen dag gikk får flere nye dette"},
	{"fi", "ja on ei että oli se hän mutta ovat kun myös joka tai kuin niin sen ole mukaan jo vain jos nyt sitä sekä ollut vuoden mitä tämä kanssa olisi voi noin jälkeen"},
	{"pl", "w i na z do się nie że to jest o jak po a od za co przez dla przy są tym być było tak ale lub jego może który która oraz które tego także już ma ich roku został"},
	{"cs", "a v se na je že s z do o to i ve za k jako by pro po jsou ale od jeho který také jak byl podle nebo před která při až které bylo už není roce"},
	{"sk", "a v sa na je že s z do o to aj vo za k ako by pre po sú ale od jeho ktorý tiež bol podľa alebo pred ktorá pri až ktoré bolo už nie roku"},
	{"hu", "a az és hogy nem is egy van meg ez de volt mint csak már el még ha vagy azt kell fel szerint ki majd több után lehet minden pedig ezt miatt"},
	{"ro", "de și în a la cu pe o care nu din că mai un să este pentru au fost prin sunt ce dar ca sau se lui ale fi după cele iar acest această"},
	{"tr", "ve bir bu da de için ile olarak çok daha olan en gibi ne kadar sonra var o ama her ki olduğu dedi değil türkiye yeni ise mi tarafından iki büyük"},
	{"id", "yang dan di dengan untuk dari ini pada tidak dalam itu akan ke oleh juga adalah ada telah tersebut sebagai bisa karena mereka lebih saat para kata tahun"},
	{"vi", "và của là có không được trong cho các một những với người đã này khi để tại về từ năm đến ra cũng như theo nhiều"},
	{"ca", "de la i el que a en les un per els del una amb al es no és ha més com dels aquest seu són va també però fer sobre entre anys"},
	{"hr", "i u je na se da su za s od o a koji će što kako bi kao iz ne nije te po do ali ili samo nakon koja bio koje prema godine"},
	{"sw", "ya na wa kwa ni katika la za kuwa cha hiyo huo hayo kama lakini pia baada watu alisema huyo serikali"},
	{"tl", "ang ng sa na mga at ay si ni para hindi ito kay may niya mula rin din lang kung siya nang"},
}

var cyrillic = []lang{
	{"ru", "и в не на что с по это как из а за от он для к но его о у же до при был было быть также или все так после её года их который она если только во"},
	{"uk", "і в не на що з у та до за про як від він для це але його й також є при після було під які який року час із або щоб ми вони"},
	{"bg", "и на в се да за от с е че по не са като до при това си ще през към или го след беше има но той бъде което"},
	{"sr", "и у је на се да су за са од о а који ће што како би као из не није те по до али или само након која био"},
}
